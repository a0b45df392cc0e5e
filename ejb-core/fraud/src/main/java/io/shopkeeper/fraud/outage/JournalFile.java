package io.shopkeeper.fraud.outage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.zip.CRC32C;

/**
 * Records in a file, each on disk when {@link #append} returns. A record is its length (4 bytes), a
 * checksum of length and content (CRC-32C, 4 bytes) and its content. Those who append at once share
 * one flush of the disk. Safe for several threads.
 *
 * <p>What a crash left half written at the end is cut off when the file is opened: nobody was told
 * that it is kept. What is damaged before a whole record is left out, and the file is copied aside
 * first, so that what can be saved by hand is not lost.
 */
final class JournalFile implements AutoCloseable {

  /** Bytes before the content. */
  static final int HEAD = 8;

  /** A longer record is damage. */
  static final int LONGEST = 1 << 20;

  private final ReentrantLock writing = new ReentrantLock();
  private final ReentrantLock flushing = new ReentrantLock();
  private final FileChannel channel;
  private final Path file;
  private final List<Place> found = new ArrayList<>();
  private final int damaged;
  private final long torn;
  private long end;
  private long alive;
  private volatile long written;
  private volatile long flushed;
  private volatile boolean broken;

  /**
   * Where a record is.
   *
   * @param at of its content, in bytes from the beginning
   * @param length of its content
   */
  record Place(long at, int length) {}

  /** The journal has as many bytes as it may have. */
  static final class FullException extends IOException {

    private static final long serialVersionUID = 1L;

    FullException(long limit) {
      super("the journal has reached its " + limit + " bytes");
    }
  }

  JournalFile(FileChannel channel, Path file) throws IOException {
    this.channel = channel;
    this.file = file;
    long size = channel.size();
    long at = 0;
    int wrong = 0;
    for (long next = next(0, size); next < size; next = next(at, size)) {
      wrong += next > at ? 1 : 0;
      var place = new Place(next + HEAD, length(next));
      found.add(place);
      at = place.at() + place.length();
    }
    this.damaged = wrong;
    this.torn = size - at;
    this.end = at;
    this.alive = found.size();
    if (wrong > 0) {
      Files.copy(
          file,
          file.resolveSibling(file.getFileName() + ".damaged"),
          StandardCopyOption.REPLACE_EXISTING);
    }
    if (torn > 0) {
      channel.truncate(at);
      channel.force(true);
    }
  }

  /** Where the next whole record begins; the end of the file where there is none. */
  private long next(long from, long size) throws IOException {
    for (long at = from; size - at > HEAD; at++) {
      int length = length(at);
      if (length > 0 && length <= LONGEST && size - at - HEAD >= length && isWhole(at, length)) {
        return at;
      }
    }
    return size;
  }

  private int length(long at) throws IOException {
    return ByteBuffer.wrap(read(new Place(at, Integer.BYTES))).getInt();
  }

  private boolean isWhole(long at, int length) throws IOException {
    int sum = ByteBuffer.wrap(read(new Place(at + Integer.BYTES, Integer.BYTES))).getInt();
    return sum == checksum(length, read(new Place(at + HEAD, length)));
  }

  /** Opens one, new or with what is in it. */
  static JournalFile open(Path file) throws IOException {
    ownersOnly(file);
    FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    try {
      return new JournalFile(channel, file);
    } catch (IOException problem) {
      channel.close();
      throw problem;
    }
  }

  private static void ownersOnly(Path file) throws IOException {
    if (Files.notExists(file)
        && file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }
  }

  /** What was in it when it was opened, in its order. */
  List<Place> found() {
    return List.copyOf(found);
  }

  /** In how many places damage was left out when it was opened. */
  int damaged() {
    return damaged;
  }

  /** How many bytes were cut off when it was opened. */
  long torn() {
    return torn;
  }

  /**
   * Writes records behind each other and flushes them to disk: all or, with an exception, none.
   *
   * @param limit how many bytes the file may have
   * @throws FullException if they do not fit
   * @throws IOException if the disk refuses, such as for being full
   */
  List<Place> append(List<byte[]> contents, long limit) throws IOException {
    var places = new ArrayList<Place>();
    long mine;
    writing.lock();
    try {
      if (broken) {
        throw new IOException("an earlier flush of " + file + " failed");
      }
      ByteBuffer all = frame(contents);
      if (end + all.remaining() > limit) {
        throw new FullException(limit);
      }
      long at = end;
      write(all);
      for (byte[] content : contents) {
        places.add(new Place(at + HEAD, content.length));
        at += HEAD + content.length;
      }
      end = at;
      alive += contents.size();
      mine = written + 1;
      written = mine;
    } finally {
      writing.unlock();
    }
    try {
      flush(mine);
    } catch (IOException refused) {
      done(contents.size());
      throw refused;
    }
    return places;
  }

  private static ByteBuffer frame(List<byte[]> contents) {
    ByteBuffer all =
        ByteBuffer.allocate(contents.stream().mapToInt(one -> HEAD + one.length).sum());
    for (byte[] content : contents) {
      if (content.length == 0 || content.length > LONGEST) {
        throw new IllegalArgumentException("a record of " + content.length + " bytes");
      }
      all.putInt(content.length).putInt(checksum(content.length, content)).put(content);
    }
    return all.flip();
  }

  private void write(ByteBuffer all) throws IOException {
    long at = end;
    try {
      while (all.hasRemaining()) {
        at += channel.write(all, at);
      }
    } catch (IOException refused) {
      channel.truncate(end);
      throw refused;
    }
  }

  private void flush(long mine) throws IOException {
    flushing.lock();
    try {
      if (flushed >= mine) {
        return;
      }
      long upTo = written;
      channel.force(false);
      flushed = upTo;
    } catch (IOException refused) {
      // What the system kept for later may be dropped now: nothing behind this place can be
      // trusted.
      broken = true;
      throw refused;
    } finally {
      flushing.unlock();
    }
  }

  /** The content of a record. */
  byte[] read(Place place) throws IOException {
    var content = ByteBuffer.allocate(place.length());
    read(content, place.at());
    return content.array();
  }

  private void read(ByteBuffer into, long from) throws IOException {
    long at = from;
    while (into.hasRemaining()) {
      int read = channel.read(into, at);
      if (read < 0) {
        throw new IOException(file + " ends at " + at);
      }
      at += read;
    }
  }

  /** So many records are no longer needed; when none is, the file is made empty. */
  void done(int records) throws IOException {
    writing.lock();
    try {
      alive -= records;
      if (alive == 0) {
        channel.truncate(0);
        channel.force(true);
        end = 0;
        broken = false;
      }
    } finally {
      writing.unlock();
    }
  }

  /** Its bytes. */
  long size() {
    writing.lock();
    try {
      return end;
    } finally {
      writing.unlock();
    }
  }

  private static int checksum(int length, byte[] content) {
    var sum = new CRC32C();
    sum.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, length));
    sum.update(content);
    return (int) sum.getValue();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
