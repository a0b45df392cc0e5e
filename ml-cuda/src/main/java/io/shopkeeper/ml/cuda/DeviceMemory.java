package io.shopkeeper.ml.cuda;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Bounded memory of a device. What one piece of work gives back serves the next: taking memory from
 * the driver waits for the device. Sizes are powers of two. For one thread at a time.
 */
final class DeviceMemory {

  private static final long LEAST = 1 << 12;

  private final Device device;
  private final long limit;
  private final Map<Long, Deque<DeviceBuffer>> idle = new TreeMap<>();
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

  /** Gives idle memory back to the device. */
  void trim() {
    idle.values().forEach(buffers -> buffers.forEach(this::free));
    idle.clear();
  }

  private void free(DeviceBuffer buffer) {
    taken -= buffer.bytes();
    device.free(buffer);
  }

  private DeviceBuffer take(long bytes) {
    long size = Math.max(LEAST, Long.highestOneBit(Math.max(1, bytes - 1)) << 1);
    Deque<DeviceBuffer> waiting = idle.get(size);
    if (waiting != null && !waiting.isEmpty()) {
      return waiting.pop();
    }
    if (taken + size > limit) {
      trim();
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

    /** Space for so many values of four bytes. */
    DeviceBuffer space(long count) {
      DeviceBuffer buffer = take(4 * count);
      held.add(buffer);
      return buffer;
    }

    /** A copy of values. */
    DeviceBuffer copy(float[] values, int offset, int count) {
      DeviceBuffer buffer = space(count);
      device.copyIn(buffer, values, offset, count);
      return buffer;
    }

    /** A copy of values. */
    DeviceBuffer copy(int[] values, int offset, int count) {
      DeviceBuffer buffer = space(count);
      device.copyIn(buffer, values, offset, count);
      return buffer;
    }

    @Override
    public void close() {
      for (DeviceBuffer buffer : held) {
        idle.computeIfAbsent(buffer.bytes(), size -> new ArrayDeque<>()).push(buffer);
      }
      held.clear();
    }
  }
}
