package io.shopkeeper.fraud.outage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** A file on a disk that gets full, or refuses to flush. */
final class FaultyChannel extends FileChannel {

  private final FileChannel file;
  private final AtomicInteger flushes = new AtomicInteger();
  private volatile long room = Long.MAX_VALUE;
  private volatile boolean refuses;
  private volatile long slowness;

  FaultyChannel(Path path) throws IOException {
    this.file =
        FileChannel.open(
            path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
  }

  void fullAfter(long bytes) {
    room = bytes;
  }

  void refuseFlushes(boolean refuse) {
    refuses = refuse;
  }

  void slowFlushes(long millis) {
    slowness = millis;
  }

  int flushes() {
    return flushes.get();
  }

  @Override
  public int write(ByteBuffer source, long position) throws IOException {
    long left = room - position;
    if (left <= 0) {
      throw new IOException("No space left on device");
    }
    if (left >= source.remaining()) {
      return file.write(source, position);
    }
    int written = file.write(source.slice(source.position(), (int) left), position);
    source.position(source.position() + written);
    return written;
  }

  @Override
  public void force(boolean metaData) throws IOException {
    if (refuses) {
      throw new IOException("Input/output error");
    }
    flushes.incrementAndGet();
    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(slowness));
    file.force(metaData);
  }

  @Override
  public int read(ByteBuffer into, long position) throws IOException {
    return file.read(into, position);
  }

  @Override
  public long size() throws IOException {
    return file.size();
  }

  @Override
  public FileChannel truncate(long size) throws IOException {
    file.truncate(size);
    return this;
  }

  @Override
  protected void implCloseChannel() throws IOException {
    file.close();
  }

  @Override
  public int read(ByteBuffer into) {
    throw new UnsupportedOperationException();
  }

  @Override
  public long read(ByteBuffer[] into, int offset, int length) {
    throw new UnsupportedOperationException();
  }

  @Override
  public int write(ByteBuffer source) {
    throw new UnsupportedOperationException();
  }

  @Override
  public long write(ByteBuffer[] sources, int offset, int length) {
    throw new UnsupportedOperationException();
  }

  @Override
  public long position() {
    throw new UnsupportedOperationException();
  }

  @Override
  public FileChannel position(long position) {
    throw new UnsupportedOperationException();
  }

  @Override
  public long transferTo(long position, long count, WritableByteChannel target) {
    throw new UnsupportedOperationException();
  }

  @Override
  public long transferFrom(ReadableByteChannel source, long position, long count) {
    throw new UnsupportedOperationException();
  }

  @Override
  public MappedByteBuffer map(MapMode mode, long position, long size) {
    throw new UnsupportedOperationException();
  }

  @Override
  public FileLock lock(long position, long size, boolean shared) {
    throw new UnsupportedOperationException();
  }

  @Override
  public FileLock tryLock(long position, long size, boolean shared) {
    throw new UnsupportedOperationException();
  }
}
