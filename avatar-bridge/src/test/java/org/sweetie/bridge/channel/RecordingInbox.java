package org.sweetie.bridge.channel;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sweetie.engine.evidence.LogUnavailable;
import org.sweetie.engine.message.Inbound;
import org.sweetie.engine.turn.Inbox;

/** Keeps what a channel hands in. */
final class RecordingInbox implements Inbox {
  final List<Inbound> received = new ArrayList<>();
  @Nullable LogUnavailable fault;
  Runnable beforeRecord = () -> {};
  Runnable afterRecord = () -> {};

  @Override
  public void receive(Inbound inbound, Runnable onRecord) {
    synchronized (this) {
      if (fault != null) {
        throw fault;
      }
      beforeRecord.run();
      received.add(inbound);
    }
    onRecord.run();
    afterRecord.run();
  }

  synchronized <T extends Inbound> List<T> all(Class<T> kind) {
    return received.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  List<String> texts() {
    return all(Inbound.Text.class).stream().map(t -> t.original().text()).toList();
  }
}
