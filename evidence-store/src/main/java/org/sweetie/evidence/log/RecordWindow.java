package org.sweetie.evidence.log;

import java.io.IOException;
import java.util.Arrays;
import org.sweetie.engine.evidence.LogUnavailable;
import org.sweetie.evidence.crypt.SealedRecord;
import org.sweetie.evidence.disk.FramedFile;

/** Reads records in order without one disk access each. For one thread. */
final class RecordWindow {
  private static final int WINDOW = 1 << 18;

  private final FramedFile file;
  private long start;
  private byte[] bytes = new byte[0];
  private boolean first = true;

  RecordWindow(FramedFile file) {
    this.file = file;
  }

  SealedRecord record(Leaves.Place place) {
    if (place.position() < start || place.position() + place.length() > start + bytes.length) {
      load(place);
    }
    int from = (int) (place.position() - start);
    return place.record(Arrays.copyOfRange(bytes, from, from + place.length()));
  }

  private void load(Leaves.Place place) {
    try {
      // A single record is read alone; only who goes on reading pays for a window.
      int wanted = first ? place.length() : Math.max(place.length(), WINDOW);
      first = false;
      start = place.position();
      bytes = file.read(start, wanted);
    } catch (IOException failed) {
      throw new LogUnavailable(file.path() + " could not be read: " + failed, failed);
    }
    if (bytes.length < place.length()) {
      throw new LogDamaged(
          file.path() + " ends inside a record at byte " + start + ": it was cut off while open");
    }
  }
}
