package org.sweetie.evidence.log;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.zip.CRC32C;
import org.sweetie.evidence.crypt.SealedRecord;

/**
 * The records of one flush: the payload of one frame of the file {@code log/records}.
 *
 * <p>Format, all numbers big-endian: index of the first record u64, number of records u32, then for
 * each the leaf's length u32, the body's length u32, CRC-32C of both u32, leaf, body.
 */
final class Batch {
  static final int HEADER = 12;
  static final int RECORD_HEADER = 12;

  /** Takes a record's parts: {@code offset} is that of the leaf in the payload. */
  interface Visitor {
    void record(long index, int offset, int leafLength, int bodyLength, boolean whole);
  }

  private Batch() {}

  static byte[] encode(long first, List<SealedRecord> records) {
    int length = HEADER;
    for (SealedRecord record : records) {
      length = Math.addExact(length, size(record));
    }
    ByteBuffer payload = ByteBuffer.allocate(length).putLong(first).putInt(records.size());
    for (SealedRecord record : records) {
      payload.putInt(record.leaf().length).putInt(record.body().length);
      payload.putInt(crc(record.leaf(), record.body()));
      payload.put(record.leaf()).put(record.body());
    }
    return payload.array();
  }

  static int size(SealedRecord record) {
    return RECORD_HEADER + record.leaf().length + record.body().length;
  }

  /**
   * Shows each record.
   *
   * @throws LogDamaged when lengths do not add up
   */
  static void visit(byte[] payload, Visitor visitor) {
    ByteBuffer in = ByteBuffer.wrap(payload);
    if (payload.length < HEADER) {
      throw new LogDamaged("a batch of " + payload.length + " bytes: expected at least " + HEADER);
    }
    long first = in.getLong();
    int count = in.getInt();
    for (long index = first; index < first + count; index++) {
      visitOne(in, index, visitor);
    }
    if (in.hasRemaining()) {
      throw new LogDamaged("the batch of record " + first + " is longer than its records");
    }
  }

  private static void visitOne(ByteBuffer in, long index, Visitor visitor) {
    int leaf = in.remaining() < RECORD_HEADER ? -1 : in.getInt();
    int body = leaf < 0 ? -1 : in.getInt();
    int crc = leaf < 0 ? 0 : in.getInt();
    if (leaf < 0 || body < 0 || (long) leaf + body > in.remaining()) {
      throw new LogDamaged("record " + index + " is longer than its batch");
    }
    CRC32C check = new CRC32C();
    check.update(in.array(), in.position(), leaf + body);
    visitor.record(index, in.position(), leaf, body, (int) check.getValue() == crc);
    in.position(in.position() + leaf + body);
  }

  private static int crc(byte[] leaf, byte[] body) {
    CRC32C crc = new CRC32C();
    crc.update(leaf);
    crc.update(body);
    return (int) crc.getValue();
  }
}
