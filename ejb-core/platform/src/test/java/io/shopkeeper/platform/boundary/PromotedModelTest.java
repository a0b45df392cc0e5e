package io.shopkeeper.platform.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopkeeper.platform.registry.Versions;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PromotedModelTest {

  private final ExecutorService executor = Executors.newFixedThreadPool(2);
  private final Registry registry = new Registry();
  private final AtomicInteger reads = new AtomicInteger();
  private volatile CountDownLatch mayRead = new CountDownLatch(0);
  private volatile CountDownLatch reading = new CountDownLatch(1);

  private final PromotedModel<Integer> model =
      new PromotedModel<>(
          registry,
          executor,
          new PromotedModel.Kind<>("recommendation", this::read, "SHOP-1", "SHOP-2"));

  /** A registry whose artefacts are their versions; the thirteenth is damaged. */
  private static final class Registry extends ModelRegistry {

    private volatile int live;

    @Override
    public Optional<ModelVersionView> live(String name) {
      return live == 0 ? Optional.empty() : Optional.of(Versions.measured(live, 0.5, null));
    }

    @Override
    public byte[] artefact(String name, int version) {
      return new byte[] {(byte) version};
    }
  }

  private int read(byte[] artefact) throws IOException {
    reads.incrementAndGet();
    reading.countDown();
    try {
      mayRead.await();
    } catch (InterruptedException stopped) {
      throw new IOException(stopped);
    }
    if (artefact[0] == 13) {
      throw new IOException("damaged");
    }
    return artefact[0];
  }

  private void promote(int version) {
    registry.live = version;
    model.promoted(new ModelPromoted("recommendation", version));
  }

  @AfterEach
  void close() {
    executor.shutdownNow();
  }

  @Test
  void whatIsLiveIsReadOnce() {
    assertThat(model.current()).isEmpty();
    promote(1);
    assertThat(model.current()).contains(new PromotedModel.Serving<>(1, 1));
    assertThat(model.current()).isPresent();
    assertThat(reads).hasValue(1);
    model.promoted(new ModelPromoted("another", 5));
    assertThat(model.current()).isPresent();
    assertThat(reads).hasValue(1);
  }

  @Test
  void theOldOneServesWhileTheNewOneIsReadAndAPromotionEndsWhenItServes() throws Exception {
    promote(1);
    reading = new CountDownLatch(1);
    mayRead = new CountDownLatch(1);
    Future<?> promotion;
    try (ExecutorService admin = Executors.newSingleThreadExecutor()) {
      promotion = admin.submit(() -> promote(2));
      reading.await();
      assertThat(model.current()).contains(new PromotedModel.Serving<>(1, 1));
      assertThat(promotion.isDone()).isFalse();
      mayRead.countDown();
      promotion.get();
    }
    assertThat(model.current()).contains(new PromotedModel.Serving<>(2, 2));
    assertThat(reads).as("nobody who asks has to read it").hasValue(2);
  }

  @Test
  void oneThatCannotBeReadLeavesTheOneBefore() {
    promote(1);
    promote(13);
    assertThat(model.current()).contains(new PromotedModel.Serving<>(1, 1));
    promote(2);
    assertThat(model.current()).contains(new PromotedModel.Serving<>(2, 2));
  }

  @Test
  void whereNobodyCanReadItBesideTheNextToAskDoes() {
    promote(1);
    executor.shutdown();
    promote(2);
    assertThat(model.current()).contains(new PromotedModel.Serving<>(2, 2));
  }

  @Test
  void whatWasReadToSeeThatItCanBeIsNotReadAgain() {
    promote(1);
    assertThat(model.prepare(2, new byte[] {2})).isTrue();
    assertThat(model.current()).as("not before it is promoted").contains(serving(1));
    promote(2);
    assertThat(model.current()).contains(serving(2));
    assertThat(reads).hasValue(2);
    assertThat(model.prepare(3, new byte[] {3})).isTrue();
    promote(4);
    assertThat(model.current()).as("another was promoted").contains(serving(4));
    promote(3);
    assertThat(model.current()).contains(serving(3));
    assertThat(model.prepare(13, new byte[] {13})).isFalse();
    assertThat(model.current()).contains(serving(3));
  }

  private static PromotedModel.Serving<Integer> serving(int version) {
    return new PromotedModel.Serving<>(version, version);
  }
}
