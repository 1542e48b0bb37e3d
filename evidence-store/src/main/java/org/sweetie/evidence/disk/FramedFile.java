package org.sweetie.evidence.disk;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * An append-only file of frames, one flush each.
 *
 * <p>A frame is written only after the one before it is durable, so a power cut can tear the last
 * frame alone. That is how a torn tail (never acknowledged, cut off) is told from damage (named,
 * never cut off): behind damage a later frame still stands.
 *
 * <p>Format, all numbers big-endian: the file's first line as 16 bytes padded with line feeds; then
 * frames of a 24-byte header (magic {@code SWF1}, payload length u32, sequence number from 0 u64,
 * CRC-32C of the payload u32, CRC-32C of the header's first 20 bytes u32) and the payload. CRC-32C:
 * RFC 3720, appendix B.4.
 */
public final class FramedFile implements Closeable {
  /** Bytes before the first frame. */
  public static final int PREAMBLE = 16;

  /** Bytes of a frame's header. */
  public static final int HEADER = 24;

  /** The longest payload, bytes. */
  public static final int MAX_PAYLOAD = 256 << 20;

  private static final int MAGIC = 0x53574631;
  private static final int WINDOW = 1 << 20;

  /** Takes each whole frame in order. {@code position} is the payload's place in the file. */
  public interface Visitor {
    void frame(long sequence, long position, byte[] payload);
  }

  private final Path path;
  private final DiskFile file;
  private volatile long end = PREAMBLE;
  private long next;
  private boolean dirty;
  private long lastPosition;
  private byte[] lastHeader = new byte[0];

  private FramedFile(Path path, DiskFile file) {
    this.path = path;
    this.file = file;
  }

  /**
   * Opens a file to append to, creating it where it is missing, and shows every whole frame to
   * {@code visitor}. Nothing is cut off before {@link #dropTornTail()} or an append.
   *
   * @param kind the first line, at most 15 ASCII characters
   * @throws Damaged when a frame before the last is not whole
   */
  public static FramedFile open(Disk disk, Path path, String kind, Visitor visitor)
      throws IOException {
    if (Files.notExists(path)) {
      disk.replace(path, preamble(kind));
    }
    return scanned(new FramedFile(path, disk.open(path)), kind, visitor);
  }

  /** Opens an existing file for reading beside its writer. */
  public static FramedFile openReadOnly(Disk disk, Path path, String kind, Visitor visitor)
      throws IOException {
    return scanned(new FramedFile(path, disk.openReadOnly(path)), kind, visitor);
  }

  private static FramedFile scanned(FramedFile framed, String kind, Visitor visitor)
      throws IOException {
    try {
      framed.checkPreamble(kind);
      framed.catchUp(visitor);
      return framed;
    } catch (IOException | RuntimeException failed) {
      framed.close();
      throw failed;
    }
  }

  /** Takes each frame, whole or not, in order. */
  public interface Examiner {
    /** Returns whether to go on. */
    boolean frame(long position, byte[] payload, boolean whole);
  }

  /**
   * Shows every frame that can be made out, damaged ones too, and changes nothing.
   *
   * @return what stopped it before the end; empty where only the remains of an unfinished append,
   *     or nothing, is left over
   */
  public static Optional<String> examine(Disk disk, Path path, String kind, Examiner examiner)
      throws IOException {
    try (FramedFile framed = new FramedFile(path, disk.openReadOnly(path))) {
      framed.checkPreamble(kind);
      while (framed.examineNext(examiner)) {
        framed.next++;
      }
      return Optional.empty();
    } catch (Damaged damaged) {
      return Optional.ofNullable(damaged.getMessage());
    }
  }

  private boolean examineNext(Examiner examiner) throws IOException {
    Header header = headerAt(end);
    if (header == null || header.sequence != next) {
      if (recordsFollow()) {
        throw damaged();
      }
      return false;
    }
    byte[] payload = file.readUpTo(end + HEADER, header.length);
    if (payload.length < header.length) {
      return false;
    }
    boolean whole = crc(payload, payload.length) == header.crc;
    boolean goOn = examiner.frame(end + HEADER, payload, whole);
    end = end + HEADER + payload.length;
    return goOn;
  }

  /** The 16 bytes a file of that kind begins with. */
  public static byte[] preamble(String kind) {
    byte[] line = new byte[PREAMBLE];
    Arrays.fill(line, (byte) '\n');
    byte[] text = kind.getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(text, 0, line, 0, Math.min(text.length, PREAMBLE - 1));
    return line;
  }

  private void checkPreamble(String kind) throws IOException {
    if (!Arrays.equals(file.readUpTo(0, PREAMBLE), preamble(kind))) {
      throw new Damaged(
          path, "begins with other bytes than '" + kind + "'; restore it from a copy");
    }
  }

  /**
   * Shows the whole frames that came since to {@code visitor}.
   *
   * @throws Damaged when a frame before the last is not whole
   */
  public void catchUp(Visitor visitor) throws IOException {
    byte @Nullable [] payload = wholeNext();
    while (payload != null) {
      visitor.frame(next, end + HEADER, payload);
      lastPosition = end;
      lastHeader = file.readUpTo(end, HEADER);
      end = end + HEADER + payload.length;
      next++;
      payload = wholeNext();
    }
  }

  /** The next frame; null where only the remains of an unfinished append follow, or nothing. */
  private byte @Nullable [] wholeNext() throws IOException {
    byte @Nullable [] payload = payloadAt(end, next);
    if (payload == null && recordsFollow()) {
      // A writer may have finished the frame since: only now, with a later one seen, is it decided.
      payload = payloadAt(end, next);
      if (payload == null) {
        throw damaged();
      }
    }
    return payload;
  }

  private byte @Nullable [] payloadAt(long position, long sequence) throws IOException {
    Header header = headerAt(position);
    if (header == null || header.sequence != sequence) {
      return null;
    }
    byte[] payload = file.readUpTo(position + HEADER, header.length);
    return payload.length == header.length && crc(payload, payload.length) == header.crc
        ? payload
        : null;
  }

  private @Nullable Header headerAt(long position) throws IOException {
    byte[] bytes = file.readUpTo(position, HEADER);
    return bytes.length == HEADER ? Header.read(bytes, 0) : null;
  }

  /** Whether more than the remains of one unfinished append follows the last whole frame. */
  private boolean recordsFollow() throws IOException {
    Header torn = headerAt(end);
    if (torn == null) {
      return laterFrame();
    }
    return torn.sequence != next || end + HEADER + torn.length < file.size();
  }

  private Damaged damaged() {
    return new Damaged(
        path,
        "frame "
            + next
            + " at byte "
            + end
            + " is damaged and records follow it: nothing was changed; restore the file from a copy");
  }

  private boolean laterFrame() throws IOException {
    long size = file.size();
    for (long start = end + 1; start < size; start += WINDOW - HEADER) {
      byte[] window = file.readUpTo(start, WINDOW);
      for (int at = 0; at + HEADER <= window.length; at++) {
        Header header = Header.read(window, at);
        if (header != null && header.sequence > next) {
          return true;
        }
      }
    }
    return false;
  }

  /** Bytes behind the last whole frame: what a power cut or a kill left of an unfinished append. */
  public long tornBytes() throws IOException {
    return Math.max(0, file.size() - end);
  }

  /** Cuts the torn tail off and makes that durable. */
  public void dropTornTail() throws IOException {
    if (file.size() > end || dirty) {
      dirty = true;
      file.truncate(end);
      file.force();
      dirty = false;
    }
  }

  /**
   * Appends one frame and returns when it is durable.
   *
   * @return the payload's place in the file
   * @throws FlushFailed when it was written and could not be flushed
   * @throws IOException when it is not durable; what was written of it is cut off before the next
   */
  public long append(byte[] payload) throws IOException {
    if (payload.length > MAX_PAYLOAD) {
      throw new IllegalArgumentException(
          "a frame of " + payload.length + " bytes: expected at most " + MAX_PAYLOAD);
    }
    dropTornTail();
    dirty = true;
    file.writeAll(end, frame(next, payload));
    flush();
    dirty = false;
    long position = end + HEADER;
    end = position + payload.length;
    next++;
    return position;
  }

  private void flush() throws FlushFailed {
    try {
      file.force();
    } catch (IOException failed) {
      throw new FlushFailed(failed);
    }
  }

  /** A frame's bytes. */
  public static byte[] frame(long sequence, byte[] payload) {
    ByteBuffer frame = ByteBuffer.allocate(HEADER + payload.length);
    frame.putInt(MAGIC).putInt(payload.length).putLong(sequence);
    frame.putInt(crc(payload, payload.length));
    frame.putInt(crc(frame.array(), HEADER - 4));
    return frame.put(payload).array();
  }

  /** Reads {@code length} bytes at {@code position}; fewer where the file ends before. */
  public byte[] read(long position, int length) throws IOException {
    return file.readUpTo(position, length);
  }

  /** Makes what another process wrote durable before it is relied on. */
  public void force() throws IOException {
    file.force();
  }

  /**
   * Whether the last whole frame is still what it was when it was shown. A writer whose flush
   * failed takes an unacknowledged frame back.
   */
  public boolean lastStillStands() throws IOException {
    return file.size() >= end
        && Arrays.equals(lastHeader, file.readUpTo(lastPosition, lastHeader.length));
  }

  /** Whole frames so far. */
  public long frames() {
    return next;
  }

  /** Where the last whole frame ends. */
  public long end() {
    return end;
  }

  public Path path() {
    return path;
  }

  @Override
  public void close() throws IOException {
    file.close();
  }

  private static int crc(byte[] bytes, int length) {
    CRC32C crc = new CRC32C();
    crc.update(bytes, 0, length);
    return (int) crc.getValue();
  }

  private record Header(int length, long sequence, int crc) {
    static @Nullable Header read(byte[] bytes, int at) {
      ByteBuffer header = ByteBuffer.wrap(bytes, at, HEADER).slice();
      if (header.getInt(0) != MAGIC) {
        return null;
      }
      CRC32C check = new CRC32C();
      check.update(bytes, at, HEADER - 4);
      int length = header.getInt(4);
      boolean whole = (int) check.getValue() == header.getInt(20);
      return whole && length >= 0 && length <= MAX_PAYLOAD
          ? new Header(length, header.getLong(8), header.getInt(16))
          : null;
    }
  }
}
