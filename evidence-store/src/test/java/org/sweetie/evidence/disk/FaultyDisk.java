package org.sweetie.evidence.disk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * The local disk with faults to order: full, failing flushes, short writes, and a power cut that
 * keeps of every unflushed write only the sectors chance picks.
 */
public final class FaultyDisk implements Disk {
  private static final int SECTOR = 64;

  private final Random random;
  private final Map<Path, byte[]> flushed = new LinkedHashMap<>();
  private final Map<Path, List<Write>> unflushed = new LinkedHashMap<>();
  private long room = Long.MAX_VALUE;
  private int failingFlushes;
  private boolean shortWrites;
  private long stepsToPowerCut = Long.MAX_VALUE;

  private record Write(long position, byte[] bytes) {}

  public FaultyDisk(long seed) {
    this.random = new Random(seed);
  }

  /** Only so many more bytes fit. */
  public synchronized void room(long bytes) {
    room = bytes;
  }

  /** The next flushes fail. */
  public synchronized void failFlushes(int count) {
    failingFlushes = count;
  }

  /** Every write takes only a part. */
  public synchronized void shortWrites() {
    shortWrites = true;
  }

  /** After so many more writes and flushes the power goes, and every call fails. */
  public synchronized void cutPowerAfter(long steps) {
    stepsToPowerCut = steps;
  }

  /** Leaves on the real disk what survives a power cut. */
  public synchronized void settle() throws IOException {
    for (Map.Entry<Path, byte[]> each : flushed.entrySet()) {
      Files.write(each.getKey(), survivor(each.getValue(), unflushed.get(each.getKey())));
    }
    flushed.clear();
    unflushed.clear();
  }

  private byte[] survivor(byte[] durable, List<Write> writes) {
    byte[] content = durable;
    for (Write write : writes) {
      // The file may have grown before its bytes arrived, then it holds zeros.
      if (random.nextInt(4) > 0) {
        int end = (int) write.position + write.bytes.length;
        content = Arrays.copyOf(content, Math.max(content.length, end));
        keepSectors(content, write);
      }
    }
    return content;
  }

  private void keepSectors(byte[] content, Write write) {
    for (int from = 0; from < write.bytes.length; from += SECTOR) {
      if (random.nextBoolean()) {
        int length = Math.min(SECTOR, write.bytes.length - from);
        System.arraycopy(write.bytes, from, content, (int) write.position + from, length);
      }
    }
  }

  private void step() throws IOException {
    if (stepsToPowerCut <= 0) {
      throw new IOException("the power is off");
    }
    stepsToPowerCut--;
  }

  @Override
  public DiskFile open(Path file) throws IOException {
    DiskFile real = Disk.local().open(file);
    synchronized (this) {
      flushed.putIfAbsent(file, Files.readAllBytes(file));
      unflushed.putIfAbsent(file, new ArrayList<>());
    }
    return new FaultyFile(file, real);
  }

  @Override
  public DiskFile openReadOnly(Path file) throws IOException {
    return Disk.local().openReadOnly(file);
  }

  @Override
  public synchronized void replace(Path file, byte[] content) throws IOException {
    step();
    if (content.length > room) {
      throw new IOException("No space left on device");
    }
    Disk.local().replace(file, content);
    if (flushed.containsKey(file)) {
      flushed.put(file, content.clone());
      unflushed.put(file, new ArrayList<>());
    }
  }

  @Override
  public void replaceSecret(Path file, byte[] content) throws IOException {
    replace(file, content);
  }

  @Override
  public void createFolder(Path folder) throws IOException {
    Disk.local().createFolder(folder);
  }

  private final class FaultyFile implements DiskFile {
    private final Path path;
    private final DiskFile real;

    FaultyFile(Path path, DiskFile real) {
      this.path = path;
      this.real = real;
    }

    @Override
    public long size() throws IOException {
      return real.size();
    }

    @Override
    public int read(long position, byte[] into) throws IOException {
      return real.read(position, into);
    }

    @Override
    public int write(long position, byte[] bytes, int offset, int length) throws IOException {
      synchronized (FaultyDisk.this) {
        step();
        int part = shortWrites && length > 1 ? 1 + random.nextInt(length - 1) : length;
        part = (int) Math.min(part, room);
        if (part == 0) {
          throw new IOException("No space left on device");
        }
        room -= part;
        byte[] written = Arrays.copyOfRange(bytes, offset, offset + part);
        unflushed.computeIfAbsent(path, p -> new ArrayList<>()).add(new Write(position, written));
        return real.write(position, bytes, offset, part);
      }
    }

    @Override
    public void force() throws IOException {
      synchronized (FaultyDisk.this) {
        step();
        if (failingFlushes > 0) {
          failingFlushes--;
          throw new IOException("Input/output error");
        }
        flushed.put(path, Files.readAllBytes(path));
        unflushed.put(path, new ArrayList<>());
      }
    }

    @Override
    public void truncate(long size) throws IOException {
      synchronized (FaultyDisk.this) {
        step();
        real.truncate(size);
      }
    }

    @Override
    public void close() throws IOException {
      real.close();
    }
  }
}
