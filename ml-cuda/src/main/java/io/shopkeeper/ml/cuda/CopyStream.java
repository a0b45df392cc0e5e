package io.shopkeeper.ml.cuda;

import static io.shopkeeper.ml.cuda.JCudaDevice.check;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import jcuda.Pointer;
import jcuda.driver.CUdeviceptr;
import jcuda.driver.CUevent;
import jcuda.driver.CUevent_flags;
import jcuda.driver.CUstream;
import jcuda.driver.CUstream_flags;
import jcuda.driver.JCudaDriver;

/**
 * Copies to a device beside its work: a stream of their own, and memory of the host that the device
 * reads by itself, in pieces that take turns. For one thread at a time, in the device's context.
 */
final class CopyStream implements AutoCloseable {

  private static final int STAGES = 2;
  private static final int STAGE_BYTES = 8 << 20;

  private final CUstream copies = new CUstream();
  private final CopyOrder<CUevent> order = new CopyOrder<>(new Streams());
  private final Stage[] stages = new Stage[STAGES];
  private int nextStage;

  CopyStream() {
    check(
        "cuStreamCreate",
        JCudaDriver.cuStreamCreate(copies, CUstream_flags.CU_STREAM_NON_BLOCKING));
    for (int i = 0; i < STAGES; i++) {
      stages[i] = new Stage();
    }
  }

  /** What waits for what. */
  CopyOrder<CUevent> order() {
    return order;
  }

  /** Puts some values, from the first on, into memory. */
  interface Filler {
    void fill(ByteBuffer into, int first, int some);
  }

  /** Queues a copy of so many values of four bytes; the filler is done with when this returns. */
  void copy(DeviceBuffer to, CUdeviceptr address, int count, Filler filler) {
    order.beforeCopy(to);
    for (int first = 0; first < count; first += STAGE_BYTES / 4) {
      int some = Math.min(STAGE_BYTES / 4, count - first);
      Stage stage = stages[nextStage];
      nextStage = (nextStage + 1) % STAGES;
      stage.await();
      filler.fill(stage.bytes, first, some);
      check(
          "cuMemcpyHtoDAsync",
          JCudaDriver.cuMemcpyHtoDAsync(
              address.withByteOffset(4L * first), stage.pointer, 4L * some, copies));
      check("cuEventRecord", JCudaDriver.cuEventRecord(stage.read, copies));
      stage.waiting = true;
    }
    order.afterCopy(to);
  }

  /** Memory of the host that the device reads by itself, and when it has. */
  private static final class Stage {

    private final Pointer pointer = new Pointer();
    private final CUevent read = newEvent();
    private final ByteBuffer bytes;
    private boolean waiting;

    Stage() {
      check("cuMemAllocHost", JCudaDriver.cuMemAllocHost(pointer, STAGE_BYTES));
      bytes = pointer.getByteBuffer(0, STAGE_BYTES).order(ByteOrder.nativeOrder());
    }

    void await() {
      if (waiting) {
        check("cuEventSynchronize", JCudaDriver.cuEventSynchronize(read));
        waiting = false;
      }
    }

    void close() {
      check("cuEventDestroy", JCudaDriver.cuEventDestroy(read));
      check("cuMemFreeHost", JCudaDriver.cuMemFreeHost(pointer));
    }
  }

  private static CUevent newEvent() {
    var event = new CUevent();
    check("cuEventCreate", JCudaDriver.cuEventCreate(event, CUevent_flags.CU_EVENT_DISABLE_TIMING));
    return event;
  }

  /** Copies have a stream of their own, work has the default one. */
  private final class Streams implements CopyOrder.Queues<CUevent> {

    @Override
    public CUevent mark() {
      return newEvent();
    }

    @Override
    public void release(CUevent mark) {
      check("cuEventDestroy", JCudaDriver.cuEventDestroy(mark));
    }

    @Override
    public void markCopies(CUevent mark) {
      check("cuEventRecord", JCudaDriver.cuEventRecord(mark, copies));
    }

    @Override
    public void markWork(CUevent mark) {
      check("cuEventRecord", JCudaDriver.cuEventRecord(mark, null));
    }

    @Override
    public void copiesAwait(CUevent mark) {
      check("cuStreamWaitEvent", JCudaDriver.cuStreamWaitEvent(copies, mark, 0));
    }

    @Override
    public void workAwaits(CUevent mark) {
      check("cuStreamWaitEvent", JCudaDriver.cuStreamWaitEvent(null, mark, 0));
    }
  }

  @Override
  public void close() {
    for (Stage stage : stages) {
      stage.close();
    }
    check("cuStreamDestroy", JCudaDriver.cuStreamDestroy(copies));
  }
}
