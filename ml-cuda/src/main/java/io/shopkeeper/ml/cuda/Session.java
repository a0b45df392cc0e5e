package io.shopkeeper.ml.cuda;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * One device for all threads of a process, one piece of work at a time, and what happens when it
 * fails: the piece is done on the CPU. A lost device is not asked again. Each kind of failure is
 * logged once. Safe for use by several threads.
 */
final class Session implements AutoCloseable {

  private static final System.Logger LOG = System.getLogger(Session.class.getName());

  private final Device device;
  private final DeviceMemory memory;
  private final ReentrantLock lock = new ReentrantLock();
  private volatile String lost = "";
  private boolean shortageTold;

  Session(Device device, long limit) {
    this.device = device;
    this.memory = new DeviceMemory(device, limit);
  }

  Device device() {
    return device;
  }

  DeviceMemory memory() {
    return memory;
  }

  /** Why the device is not asked any more; empty while it is. */
  String lost() {
    return lost;
  }

  /** Does a piece of work on the device, or on the CPU where the device fails. */
  <T> T work(Function<DeviceMemory.Room, T> onDevice, Supplier<T> onCpu) {
    if (lost.isEmpty()) {
      lock.lock();
      try (DeviceMemory.Room room = memory.room()) {
        return onDevice.apply(room);
      } catch (DeviceException failure) {
        note(failure);
      } finally {
        lock.unlock();
      }
    }
    return onCpu.get();
  }

  /** Gives up what stays on the device for a holder. */
  void release(Object holder) {
    lock.lock();
    try {
      if (lost.isEmpty()) {
        memory.release(holder);
      }
    } finally {
      lock.unlock();
    }
  }

  private void note(DeviceException failure) {
    if (failure instanceof DeviceException.OutOfMemory) {
      if (!shortageTold) {
        shortageTold = true;
        LOG.log(
            System.Logger.Level.WARNING,
            "SHOP-7001 the device has too little memory, the CPU does such work: {0}",
            failure.getMessage());
      }
    } else if (lost.isEmpty()) {
      lost = failure.getMessage();
      LOG.log(
          System.Logger.Level.WARNING,
          "SHOP-7002 the device is lost, the CPU goes on: {0}",
          failure.getMessage());
    }
  }

  @Override
  public void close() {
    lock.lock();
    try {
      if (lost.isEmpty()) {
        memory.trim();
      }
      lost = "closed";
      device.close();
    } catch (DeviceException gone) {
      LOG.log(System.Logger.Level.DEBUG, "a lost device was closed", gone);
    } finally {
      lock.unlock();
    }
  }
}
