package org.sweetie.evidence.log;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.sweetie.engine.evidence.EvidenceLog.Receipt;
import org.sweetie.engine.evidence.LogUnavailable;
import org.sweetie.evidence.crypt.SealedRecord;

/** A sealed record whose caller waits for it to be durable. */
record Pending(SealedRecord record, CompletableFuture<Receipt> receipt) {
  Pending(SealedRecord record) {
    this(record, new CompletableFuture<>());
  }

  /** Waits; an interrupt does not end the wait, for the record may already be durable. */
  Receipt await() {
    try {
      return receipt.join();
    } catch (CompletionException failed) {
      Throwable cause = failed.getCause() == null ? failed : failed.getCause();
      throw new LogUnavailable(String.valueOf(cause.getMessage()), cause);
    }
  }

  void fail(LogUnavailable why) {
    receipt.completeExceptionally(why);
  }
}
