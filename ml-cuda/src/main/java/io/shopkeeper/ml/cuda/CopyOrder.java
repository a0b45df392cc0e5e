package io.shopkeeper.ml.cuda;

import java.util.IdentityHashMap;

/**
 * Which of a device's two queues must wait for the other, so that copies to the device go on beside
 * its work: a copy into a buffer waits for the work that used it last, work waits for the copies
 * into its buffers, and nothing else waits. For one thread at a time.
 *
 * @param <E> a mark in a queue, such as an event of the driver
 */
final class CopyOrder<E> {

  private final Queues<E> queues;
  private final IdentityHashMap<DeviceBuffer, Marks<E>> marks = new IdentityHashMap<>();

  CopyOrder(Queues<E> queues) {
    this.queues = queues;
  }

  /** Two queues, each of which does things in its order. */
  interface Queues<E> {

    /** A mark that has not been set. */
    E mark();

    /** Lets a mark go. */
    void release(E mark);

    /** The mark is reached when the copies up to now are done. */
    void markCopies(E mark);

    /** The mark is reached when the work up to now is done. */
    void markWork(E mark);

    /** Later copies wait for the mark. */
    void copiesAwait(E mark);

    /** Later work waits for the mark. */
    void workAwaits(E mark);
  }

  private static final class Marks<E> {
    private final E filled;
    private final E used;
    private boolean filling;
    private boolean inUse;

    Marks(E filled, E used) {
      this.filled = filled;
      this.used = used;
    }
  }

  /** Before a copy into the buffer is queued. */
  void beforeCopy(DeviceBuffer to) {
    Marks<E> of = of(to);
    if (of.inUse) {
      queues.copiesAwait(of.used);
      of.inUse = false;
    }
  }

  /** When it is queued. */
  void afterCopy(DeviceBuffer to) {
    Marks<E> of = of(to);
    queues.markCopies(of.filled);
    of.filling = true;
  }

  /** Before work on the buffers is queued. */
  void beforeWork(Iterable<DeviceBuffer> with) {
    for (DeviceBuffer buffer : with) {
      Marks<E> of = of(buffer);
      if (of.filling) {
        queues.workAwaits(of.filled);
        of.filling = false;
      }
    }
  }

  /** When it is queued. */
  void afterWork(Iterable<DeviceBuffer> with) {
    for (DeviceBuffer buffer : with) {
      Marks<E> of = of(buffer);
      queues.markWork(of.used);
      of.inUse = true;
    }
  }

  /** The buffer is given back. */
  void forget(DeviceBuffer buffer) {
    Marks<E> of = marks.remove(buffer);
    if (of != null) {
      queues.release(of.filled);
      queues.release(of.used);
    }
  }

  private Marks<E> of(DeviceBuffer buffer) {
    return marks.computeIfAbsent(buffer, added -> new Marks<>(queues.mark(), queues.mark()));
  }
}
