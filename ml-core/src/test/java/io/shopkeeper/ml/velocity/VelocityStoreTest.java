package io.shopkeeper.ml.velocity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class VelocityStoreTest {

  private static final VelocityPlan PLAN =
      new VelocityPlan(
          List.of(
              KeyPlan.of("card", Duration.ofMillis(1), Duration.ofMillis(7), Duration.ofMillis(40))
                  .withDistinct("device", "country")
                  .withLabels(Duration.ofMillis(5)),
              KeyPlan.of("device", Duration.ofMillis(10)).withDistinct("card")),
          List.of("country"),
          Duration.ofMillis(15),
          Duration.ofMillis(80));

  private static VelocityEvent event(SplittableRandom random, long time, long number) {
    return new VelocityEvent(
        time,
        number,
        random.nextInt(-50, 1000),
        Arrays.asList(word(random, "c", 3), word(random, "d", 4)),
        Arrays.asList(word(random, "", 3)));
  }

  private static String word(SplittableRandom random, String letter, int different) {
    int drawn = random.nextInt(different + 1);
    return drawn == different ? null : letter + drawn;
  }

  /** Ties, late events, repeated ones, long silences, labels that come late and are taken back. */
  @Property(tries = 300)
  void equalsGoingThroughAllEvents(@ForAll @IntRange(min = 0, max = 100_000) int seed) {
    var random = new SplittableRandom(seed);
    var store = new VelocityStore(PLAN);
    var slow = new SlowVelocity(PLAN);
    var sent = new ArrayList<VelocityEvent>();
    long now = 1_000_000;
    // One from within a silence that ended the key's memory would come to the new beginning.
    boolean silences = random.nextBoolean();
    for (int number = 0; number < 150; number++) {
      now += silences && random.nextInt(50) == 0 ? random.nextInt(120) : random.nextInt(3);
      long late = !silences && random.nextInt(5) == 0 ? random.nextInt(15) : 0;
      VelocityEvent event =
          random.nextInt(20) == 0 && !sent.isEmpty()
              ? sent.getLast()
              : event(random, now - late, random.nextInt(1000) * 1000L + number);
      if (event.time() < now - 15) {
        continue;
      }
      equal(store, slow, event);
      store.add(event);
      slow.add(event);
      sent.add(event);
      equal(store, slow, event);
      VelocityEvent old = sent.get(Math.max(0, sent.size() - 1 - random.nextInt(12)));
      switch (random.nextInt(6)) {
        case 0 -> {
          slow.mark(old, now);
          store.mark(old, now);
        }
        case 1 -> {
          slow.clear(old, now);
          store.clear(old, now);
        }
        case 2 -> store.forget(now);
        default -> equal(store, slow, event(random, now + random.nextInt(30), 0));
      }
    }
  }

  private static void equal(VelocityStore store, SlowVelocity slow, VelocityEvent event) {
    for (int kind = 0; kind < PLAN.keys().size(); kind++) {
      assertThat(store.before(event).get(kind)).isEqualTo(slow.of(kind, event, false));
      assertThat(store.upTo(event).get(kind)).isEqualTo(slow.of(kind, event, true));
    }
  }

  @Property(tries = 50)
  void arrivalInAnotherOrderChangesNothing(@ForAll @IntRange(min = 0, max = 100_000) int seed) {
    var random = new SplittableRandom(seed);
    List<VelocityEvent> events = new ArrayList<>();
    for (int number = 0; number < 60; number++) {
      events.add(event(random, number / 5, number));
    }
    List<VelocityEvent> shuffled = new ArrayList<>(events);
    for (int i = shuffled.size() - 1; i > 0; i--) {
      shuffled.set(i, shuffled.set(random.nextInt(i + 1), shuffled.get(i)));
    }
    var first = new VelocityStore(PLAN);
    var second = new VelocityStore(PLAN);
    events.forEach(first::add);
    shuffled.forEach(second::add);
    shuffled.forEach(second::add);

    for (VelocityEvent event : events) {
      assertThat(second.upTo(event)).isEqualTo(first.upTo(event));
    }
  }

  @Property(tries = 50)
  void restoredItGoesOnTheSame(@ForAll @IntRange(min = 0, max = 100_000) int seed)
      throws IOException {
    var random = new SplittableRandom(seed);
    var whole = new VelocityStore(PLAN);
    VelocityStore broken = new VelocityStore(PLAN);
    for (int number = 0; number < 200; number++) {
      VelocityEvent event = event(random, number - random.nextInt(4), number);
      if (random.nextInt(40) == 0) {
        broken = stored(broken);
      }
      assertThat(broken.before(event)).isEqualTo(whole.before(event));
      assertThat(broken.add(event)).isEqualTo(whole.add(event));
      if (random.nextInt(4) == 0) {
        assertThat(broken.mark(event, number + 2)).isEqualTo(whole.mark(event, number + 2));
      }
      assertThat(broken.upTo(event)).isEqualTo(whole.upTo(event));
    }
    assertThat(bytes(broken)).isEqualTo(bytes(whole));
  }

  private static VelocityStore stored(VelocityStore store) throws IOException {
    return VelocityStore.read(
        new DataInputStream(new ByteArrayInputStream(bytes(store))), store.plan());
  }

  private static byte[] bytes(VelocityStore store) throws IOException {
    var out = new ByteArrayOutputStream();
    store.write(new DataOutputStream(out));
    return out.toByteArray();
  }

  @Test
  void forgetsWhatNothingLooksAt() {
    var store = new VelocityStore(PLAN);
    var random = new SplittableRandom(5);
    for (int number = 0; number < 5000; number++) {
      store.add(event(random, number, number));
    }

    // The card reaches 40 + 5 + 15 back, the device 10 + 15; of two kinds.
    assertThat(store.events()).isLessThanOrEqualTo(60 + 25);
    assertThat(store.at("card", "c1", 5000).lifetimeCount()).isGreaterThan(1000);
    assertThat(store.keys()).isEqualTo(7);
    assertThat(store.forget(5040)).isZero();
    assertThat(store.forget(6000)).isEqualTo(7);
  }

  @Test
  void windowsBeginBehindTheirLengthAndTiesCountByNumber() {
    var store =
        new VelocityStore(
            VelocityPlan.of(List.of(KeyPlan.of("card", Duration.ofMillis(10))), List.of()));
    for (long number : List.of(1, 2, 3)) {
      store.add(new VelocityEvent(100, number, 5, List.of("a"), List.of()));
    }

    KeyVelocity tied =
        store.before(new VelocityEvent(100, 2, 5, List.of("a"), List.of())).getFirst();
    assertThat(tied.count(0)).isEqualTo(1);
    assertThat(tied.sum(0)).isEqualTo(5);
    assertThat(store.at("card", "a", 109).count(0)).isEqualTo(3);
    assertThat(store.at("card", "a", 110).count(0)).isZero();
    assertThat(store.at("card", "a", 110).sinceLast()).isEqualTo(10);
  }

  @Test
  void tooLateIsSaidAndNotCounted() {
    var store = new VelocityStore(PLAN);
    var first = new VelocityEvent(1000, 1, 5, Arrays.asList("a", null), Arrays.asList("x"));
    var old = new VelocityEvent(940, 2, 5, Arrays.asList("a", null), Arrays.asList("x"));
    var late = new VelocityEvent(941, 3, 5, Arrays.asList("a", null), Arrays.asList("x"));

    assertThat(store.add(first).getFirst()).isEqualTo(Arrival.IN_ORDER);
    assertThat(store.add(old).getFirst()).isEqualTo(Arrival.TOO_LATE);
    assertThat(store.add(late).getFirst()).isEqualTo(Arrival.LATE);
    assertThat(store.add(late).getFirst()).isEqualTo(Arrival.REPEATED);
    assertThat(store.mark(old, 2000)).isFalse();
    assertThat(store.before(old).getFirst().exact()).isFalse();
    assertThat(store.at("card", "a", 1000).lifetimeCount()).isEqualTo(2);
  }

  @Test
  void plansThatCannotBeAreRefused() {
    assertThatThrownBy(() -> KeyPlan.of("card", Duration.ofDays(2), Duration.ofDays(1)))
        .hasMessageContaining("must rise");
    assertThatThrownBy(
            () ->
                VelocityPlan.of(
                    List.of(KeyPlan.of("card", Duration.ofDays(1)).withDistinct("x")), List.of()))
        .hasMessageContaining("different “x”");
    assertThatThrownBy(
            () -> VelocityPlan.of(List.of(KeyPlan.of("card", Duration.ofDays(500))), List.of()))
        .hasMessageContaining("memory must be at least");
  }

  @Test
  void anotherPlanReadsNothing() throws IOException {
    byte[] bytes = bytes(new VelocityStore(PLAN));
    var other = VelocityPlan.of(List.of(KeyPlan.of("card", Duration.ofDays(1))), List.of());

    assertThatThrownBy(
            () -> VelocityStore.read(new DataInputStream(new ByteArrayInputStream(bytes)), other))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("another plan");
  }
}
