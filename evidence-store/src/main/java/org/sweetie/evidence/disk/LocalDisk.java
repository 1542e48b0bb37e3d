package org.sweetie.evidence.disk;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** The disk of this machine. */
final class LocalDisk implements Disk {
  static final LocalDisk INSTANCE = new LocalDisk();

  private LocalDisk() {}

  @Override
  public DiskFile open(Path file) throws IOException {
    if (Files.notExists(file)) {
      createOwnerOnly(file);
      forceFolder(file);
    }
    return new LocalFile(new RandomAccessFile(file.toFile(), "rw"));
  }

  @Override
  public DiskFile openReadOnly(Path file) throws IOException {
    if (Files.notExists(file)) {
      throw new NoSuchFileException(file.toString());
    }
    return new LocalFile(new RandomAccessFile(file.toFile(), "r"));
  }

  @Override
  public void replace(Path file, byte[] content) throws IOException {
    Path next = file.resolveSibling(file.getFileName() + ".next");
    Files.deleteIfExists(next);
    try (DiskFile out = open(next)) {
      out.writeAll(0, content);
      out.force();
    }
    Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    forceFolder(file);
  }

  @Override
  public void createFolder(Path folder) throws IOException {
    Files.createDirectories(folder, attributes(folder, "rwx------"));
  }

  private static void createOwnerOnly(Path file) throws IOException {
    try {
      Files.createFile(file, attributes(file, "rw-------"));
    } catch (FileAlreadyExistsException another) {
      // Somebody was quicker, under the same rule.
      return;
    }
  }

  private static FileAttribute<?>[] attributes(Path path, String permissions) {
    boolean posix = path.getFileSystem().supportedFileAttributeViews().contains("posix");
    return posix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }

  /** Makes the name of a new or renamed file durable, where the system can flush a folder. */
  private static void forceFolder(Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null || !folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      return;
    }
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  private static final class LocalFile implements DiskFile {
    private final RandomAccessFile file;

    LocalFile(RandomAccessFile file) {
      this.file = file;
    }

    @Override
    public long size() throws IOException {
      return file.length();
    }

    @Override
    public synchronized int read(long position, byte[] into) throws IOException {
      file.seek(position);
      int done = 0;
      while (done < into.length) {
        int got = file.read(into, done, into.length - done);
        if (got < 0) {
          break;
        }
        done += got;
      }
      return done;
    }

    @Override
    public synchronized int write(long position, byte[] bytes, int offset, int length)
        throws IOException {
      file.seek(position);
      file.write(bytes, offset, length);
      return length;
    }

    @Override
    public void force() throws IOException {
      file.getFD().sync();
    }

    @Override
    public synchronized void truncate(long size) throws IOException {
      file.setLength(size);
    }

    @Override
    public void close() throws IOException {
      file.close();
    }
  }
}
