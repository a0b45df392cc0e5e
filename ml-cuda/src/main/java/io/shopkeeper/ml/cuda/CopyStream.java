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
 * Copies to a device beside its work, and from it after its work: copies to it have a stream of
 * their own; both go through memory of the host that the device reaches by itself, in pieces that
 * take turns. For one thread at a time, in the device's context.
 */
final class CopyStream implements AutoCloseable {

  private static final int STAGES = 4;
  private static final int STAGE_BYTES = 2 << 20;

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
      check("cuEventRecord", JCudaDriver.cuEventRecord(stage.copied, copies));
      stage.waiting = true;
    }
    order.afterCopy(to);
  }

  /** Takes some values, from the first on, out of memory. */
  interface Drainer {
    void drain(ByteBuffer from, int first, int some);
  }

  /** Copies so many values of four bytes out of a device, when its work up to now is done. */
  void copyOut(CUdeviceptr address, int count, Drainer drainer) {
    int piece = STAGE_BYTES / 4;
    int pieces = (count + piece - 1) / piece;
    // While one piece is taken out, the next ones come.
    for (int i = 0; i < pieces + STAGES - 1; i++) {
      if (i < pieces) {
        stages[i % STAGES].await();
        fetch(stages[i % STAGES], address, i * piece, Math.min(piece, count - i * piece));
      }
      int done = i - STAGES + 1;
      if (done >= 0) {
        Stage stage = stages[done % STAGES];
        stage.await();
        drainer.drain(stage.bytes, done * piece, Math.min(piece, count - done * piece));
      }
    }
  }

  private static void fetch(Stage stage, CUdeviceptr address, int first, int some) {
    check(
        "cuMemcpyDtoHAsync",
        JCudaDriver.cuMemcpyDtoHAsync(
            stage.pointer, address.withByteOffset(4L * first), 4L * some, null));
    check("cuEventRecord", JCudaDriver.cuEventRecord(stage.copied, null));
    stage.waiting = true;
  }

  /** Memory of the host that the device reaches by itself, and when it has. */
  private static final class Stage {

    private final Pointer pointer = new Pointer();
    private final CUevent copied = newEvent();
    private final ByteBuffer bytes;
    private boolean waiting;

    Stage() {
      check("cuMemAllocHost", JCudaDriver.cuMemAllocHost(pointer, STAGE_BYTES));
      bytes = pointer.getByteBuffer(0, STAGE_BYTES).order(ByteOrder.nativeOrder());
    }

    void await() {
      if (waiting) {
        check("cuEventSynchronize", JCudaDriver.cuEventSynchronize(copied));
        waiting = false;
      }
    }

    void close() {
      check("cuEventDestroy", JCudaDriver.cuEventDestroy(copied));
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
