package org.sweetie.training.load;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sweetie.training.corpus.CorpusException;
import org.sweetie.training.corpus.LabelledConversation;
import tools.jackson.core.JacksonException;

/**
 * Reads a corpus file line by line; never more than one conversation is in memory.
 *
 * <p>A line that cannot be read is handed to the listener, counted and skipped; the next one is
 * read as if nothing had happened. Empty lines are passed over. Not safe for use by more than one
 * thread.
 */
public final class CorpusReader implements ConversationSource {
  /** A longer line is a fault of the file; it is skipped without being held. */
  static final int LONGEST_LINE = 64 * 1024 * 1024;

  private final Path file;
  private final CountedInput in;
  private final Consumer<BadLine> onBadLine;
  private final int longest;
  private long line;
  private long bad;

  private CorpusReader(Path file, CountedInput in, Consumer<BadLine> onBadLine, int longest) {
    this.file = file;
    this.in = in;
    this.onBadLine = onBadLine;
    this.longest = longest;
  }

  /** Opens a corpus; fails with {@link CorpusException} where the file cannot be read at all. */
  public static CorpusReader open(Path file, Consumer<BadLine> onBadLine) {
    return open(file, onBadLine, LONGEST_LINE);
  }

  static CorpusReader open(Path file, Consumer<BadLine> onBadLine, int longest) {
    return new CorpusReader(file, CountedInput.open(file), onBadLine, longest);
  }

  @Override
  public Optional<LabelledConversation> next() {
    for (byte[] bytes = readLine(); bytes != null; bytes = readLine()) {
      LabelledConversation read = parse(bytes);
      if (read != null) {
        return Optional.of(read);
      }
    }
    return Optional.empty();
  }

  @Override
  public long skipped() {
    return bad;
  }

  @Override
  public double share() {
    return in.share();
  }

  private @Nullable LabelledConversation parse(byte[] bytes) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.isBlank() ? null : CorpusJson.conversation(text);
    } catch (CharacterCodingException e) {
      skip("is not UTF-8: save the file as UTF-8");
    } catch (CorpusException e) {
      skip(String.valueOf(e.getMessage()));
    } catch (JacksonException e) {
      skip("is not JSON (" + e.getOriginalMessage() + "): expected one conversation a line");
    }
    return null;
  }

  private void skip(String problem) {
    bad++;
    onBadLine.accept(new BadLine(file, line, problem));
  }

  /**
   * The bytes up to the next line feed; null at the end. Of a line that is too long only its place
   * is kept.
   */
  private byte @Nullable [] readLine() {
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      long length = 0;
      int b = in.read();
      if (b < 0) {
        return null;
      }
      line++;
      for (; b >= 0 && b != '\n'; b = in.read()) {
        if (length++ < longest) {
          bytes.write(b);
        }
      }
      if (length > longest) {
        skip("is longer than " + longest + " bytes: split the conversation");
        return new byte[0];
      }
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file + " after line " + line, e);
    }
  }

  @Override
  public void close() {
    try {
      in.close();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot close " + file, e);
    }
  }
}
