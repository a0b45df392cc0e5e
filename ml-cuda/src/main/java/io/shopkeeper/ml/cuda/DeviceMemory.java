package io.shopkeeper.ml.cuda;

import io.shopkeeper.ml.kernel.FloatBlock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Bounded memory of a device. What one piece of work gives back serves the next: taking memory from
 * the driver waits for the device. Some stays filled between pieces of work while there is enough.
 * Sizes are powers of two. For one thread at a time.
 */
final class DeviceMemory {

  private static final long LEAST = 1 << 12;

  private final Device device;
  private final long limit;
  private final Map<Long, Deque<DeviceBuffer>> idle = new TreeMap<>();
  private final Residents residents = new Residents();
  private long taken;

  DeviceMemory(Device device, long limit) {
    this.device = device;
    this.limit = limit;
  }

  /** Bytes that may be used at a time. */
  long limit() {
    return limit;
  }

  /** Bytes taken from the device, idle ones included. */
  long taken() {
    return taken;
  }

  /** Room for one piece of work; closing it gives everything back. */
  Room room() {
    return new Room();
  }

  /** Gives back to the device what no work uses. */
  void trim() {
    trimIdle();
    while (freedEldest()) {
      // The next one.
    }
  }

  /** Gives up what stayed for a holder. */
  void release(Object holder) {
    residents.take(holder).ifPresent(this::rest);
  }

  private void trimIdle() {
    idle.values().forEach(buffers -> buffers.forEach(this::free));
    idle.clear();
  }

  private boolean freedEldest() {
    Optional<DeviceBuffer> eldest = residents.eldest();
    eldest.ifPresent(this::free);
    return eldest.isPresent();
  }

  private void rest(DeviceBuffer buffer) {
    idle.computeIfAbsent(buffer.bytes(), size -> new ArrayDeque<>()).push(buffer);
  }

  private void free(DeviceBuffer buffer) {
    taken -= buffer.bytes();
    device.free(buffer);
  }

  private DeviceBuffer take(long bytes) {
    long size = Math.max(LEAST, Long.highestOneBit(Math.max(1, bytes - 1)) << 1);
    residents.abandoned().forEach(this::rest);
    Deque<DeviceBuffer> waiting = idle.get(size);
    if (waiting != null && !waiting.isEmpty()) {
      return waiting.pop();
    }
    if (taken + size > limit) {
      trimIdle();
    }
    while (taken + size > limit && freedEldest()) {
      // The next one.
    }
    if (taken + size > limit) {
      throw new DeviceException.OutOfMemory(
          "%,d bytes are wanted, %,d of %,d are in use".formatted(size, taken, limit));
    }
    DeviceBuffer fresh = device.allocate(size);
    taken += size;
    return fresh;
  }

  /** The buffers of one piece of work. */
  final class Room implements AutoCloseable {

    private final List<DeviceBuffer> held = new ArrayList<>();
    private final IdentityHashMap<Object, DeviceBuffer> lent = new IdentityHashMap<>();

    /** Space for so many values of four bytes. */
    DeviceBuffer space(long count) {
      DeviceBuffer buffer = take(4 * count);
      held.add(buffer);
      return buffer;
    }

    /** A copy of values. */
    DeviceBuffer copy(float[] values, int offset, int count) {
      return copy(new FloatBlock(values, offset, count), 1, count);
    }

    /** A copy of a matrix, row after row. */
    DeviceBuffer copy(FloatBlock values, int rows, int columns) {
      DeviceBuffer buffer = space((long) rows * columns);
      device.copyIn(buffer, values, rows, columns);
      return buffer;
    }

    /** A copy of values. */
    DeviceBuffer copy(int[] values, int offset, int count) {
      DeviceBuffer buffer = space(count);
      device.copyIn(buffer, values, offset, count);
      return buffer;
    }

    /**
     * So many values of four bytes that stay for a holder when the room is closed, until memory is
     * short or the holder is gone.
     *
     * @param fill puts the values in; called if they are not there yet
     */
    DeviceBuffer resident(Object holder, long count, Consumer<DeviceBuffer> fill) {
      DeviceBuffer buffer = residents.take(holder).orElse(null);
      if (buffer == null) {
        DeviceBuffer fresh = space(count);
        fill.accept(fresh);
        held.remove(fresh);
        buffer = fresh;
      }
      lent.put(holder, buffer);
      return buffer;
    }

    @Override
    public void close() {
      held.forEach(DeviceMemory.this::rest);
      held.clear();
      lent.forEach(residents::put);
      lent.clear();
    }
  }
}
