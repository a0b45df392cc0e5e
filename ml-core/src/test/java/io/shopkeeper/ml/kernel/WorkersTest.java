package io.shopkeeper.ml.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;

class WorkersTest {

  @Test
  void eachTaskIsDoneOnce() {
    try (var pool = new TestWorkers(4)) {
      var done = new AtomicIntegerArray(1000);
      pool.workers().forEach(1000, done::incrementAndGet);
      for (int i = 0; i < 1000; i++) {
        assertThat(done.get(i)).isOne();
      }
    }
  }

  @Test
  void whatATaskThrowsIsThrownAndNobodyHangs() {
    try (var pool = new TestWorkers(3)) {
      assertThatIllegalStateException()
          .isThrownBy(
              () ->
                  pool.workers()
                      .forEach(
                          100,
                          i -> {
                            if (i == 7) {
                              throw new IllegalStateException("seven");
                            }
                          }))
          .withMessage("seven");
      // All permits came back: the pool helps again.
      var done = new AtomicInteger();
      pool.workers().forEach(50, i -> done.incrementAndGet());
      assertThat(done).hasValue(50);
    }
  }

  @Test
  void kernelsMayCallEachOther() {
    try (var pool = new TestWorkers(2)) {
      var done = new AtomicInteger();
      pool.workers().forEach(8, i -> pool.workers().forEach(8, j -> done.incrementAndGet()));
      assertThat(done).hasValue(64);
    }
  }

  @Test
  void aClosedPoolMakesTheCallerWorkAlone() {
    Workers workers =
        Workers.of(
            task -> {
              throw new RejectedExecutionException("closed");
            },
            4);
    var done = new AtomicInteger();
    workers.forEach(20, i -> done.incrementAndGet());
    workers.forEach(20, i -> done.incrementAndGet());
    assertThat(done).hasValue(40);
  }

  @Test
  void aPieceOfWorkKeepsWithinItsShare() {
    var asked = new ArrayList<Runnable>();
    Workers workers = Workers.of(asked::add, 8);
    Workers.within(
        3,
        () -> {
          workers.forEach(100, i -> {});
          assertThat(asked).as("helpers beside the caller").hasSize(2);
          Workers.within(1, () -> workers.forEach(100, i -> {}));
          assertThat(asked).as("the same, after work for one thread").hasSize(2);
          asked.removeFirst().run();
          workers.forEach(100, i -> {});
          assertThat(asked).as("a helper that is done makes room").hasSize(2);
        });
    workers.forEach(100, i -> {});
    assertThat(asked).as("all that are left, once nobody sets a bound").hasSize(7);
  }

  @Test
  void aHelperIsWithinTheShareOfWhomItHelps() {
    var asked = new ArrayDeque<Runnable>();
    Workers workers = Workers.of(asked::add, 8);
    var nested = new AtomicInteger(-1);
    Workers.within(
        2,
        () ->
            workers.forEach(
                2,
                i -> {
                  if (i == 0) {
                    joined(new Thread(asked.remove()));
                  } else {
                    workers.forEach(10, j -> {});
                    nested.set(asked.size());
                  }
                }));
    assertThat(nested).as("more helpers for the helper").hasValue(0);
  }

  private static void joined(Thread helper) {
    helper.start();
    try {
      helper.join();
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void aHelperThatIsAwakeDoesItsPartAndGoesAgain() {
    try (var pool = new TestWorkers(2)) {
      int times = 0;
      while (times < 3) {
        var threads = ConcurrentHashMap.<Thread>newKeySet();
        int sum =
            pool.workers()
                .awake(
                    workers -> {
                      if (!workers.isAwake()) {
                        return 0;
                      }
                      var done = new AtomicInteger();
                      // However long the helper takes to come: it must have come once.
                      while (threads.size() < 2) {
                        workers.forEach(
                            4,
                            i -> {
                              threads.add(Thread.currentThread());
                              Thread.onSpinWait();
                            });
                      }
                      for (int i = 0; i < 1000; i++) {
                        workers.forEach(3, done::addAndGet);
                      }
                      return done.get();
                    });
        if (sum > 0) {
          assertThat(sum).isEqualTo(3000);
          assertThat(threads).hasSize(2);
          times++;
        }
      }
      // The permit came back: the pool helps as before.
      var done = new AtomicInteger();
      pool.workers().forEach(50, i -> done.incrementAndGet());
      assertThat(done).hasValue(50);
    }
  }

  @Test
  void whatATaskThrowsIsThrownAlsoWhereAHelperIsAwake() {
    try (var pool = new TestWorkers(2)) {
      assertThatIllegalStateException()
          .isThrownBy(
              () ->
                  pool.workers()
                      .awake(
                          workers -> {
                            workers.forEach(
                                9,
                                i -> {
                                  throw new IllegalStateException("each");
                                });
                            return 0;
                          }))
          .withMessage("each");
      // The helper goes when it has come, and then there is one again.
      while (!pool.workers().awake(Workers::isAwake)) {
        Thread.onSpinWait();
      }
    }
  }

  @Test
  void whoIsAloneWorksAlone() {
    assertThat((boolean) Workers.callerOnly().awake(Workers::isAwake)).isFalse();
    Workers closed =
        Workers.of(
            task -> {
              throw new RejectedExecutionException();
            },
            2);
    assertThat((boolean) closed.awake(Workers::isAwake)).isFalse();
  }

  @Test
  void shortStepsAreSharedWhereTheyAreManyOrAHelperIsAwake() {
    try (var pool = new TestWorkers(2)) {
      Workers two = pool.workers();
      assertThat(two.forSmall(1000).width()).isEqualTo(1);
      assertThat(two.forSmall(100_000)).isSameAs(two);
      boolean shared = false;
      while (!shared) {
        shared = two.awake(some -> some.isAwake() && some.forSmall(1000) == some);
      }
    }
  }
}
