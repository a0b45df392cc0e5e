package io.shopkeeper.recommendation.training.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shopkeeper.catalog.boundary.BehaviourEvent;
import io.shopkeeper.catalog.boundary.BehaviourEvents;
import io.shopkeeper.catalog.boundary.EventType;
import io.shopkeeper.catalog.boundary.person.ConsentChange;
import io.shopkeeper.catalog.boundary.person.Door;
import io.shopkeeper.catalog.boundary.person.Histories;
import io.shopkeeper.catalog.boundary.person.Identities;
import io.shopkeeper.catalog.boundary.person.Identity;
import io.shopkeeper.catalog.boundary.person.PersonRegister;
import io.shopkeeper.catalog.boundary.person.Purpose;
import io.shopkeeper.catalog.boundary.person.Subject;
import io.shopkeeper.platform.boundary.JobContext;
import io.shopkeeper.platform.boundary.JobFailedException;
import io.shopkeeper.recommendation.features.Feature;
import io.shopkeeper.training.snapshot.Snapshot;
import io.shopkeeper.training.snapshot.SnapshotWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a training reads of a shop, and when it says that this is too little. */
class RankingSnapshotTest {

  private static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");
  private static final long HOUR = 3_600_000;
  private static final RankingSettings DAY =
      new RankingSettings(FollowUp.PURCHASE, Duration.ofHours(24));

  @TempDir Path folder;
  private final List<ShownList> lists = new ArrayList<>();
  private final List<BehaviourEvent> acts = new ArrayList<>();
  private final List<ConsentChange> decisions = new ArrayList<>();
  private final List<Identity> links = new ArrayList<>();
  private final Job job = new Job(new ArrayList<>());
  private int flushed;

  /** Two products, shown to somebody so many hours ago; the first is bought an hour later. */
  private void shown(String visitor, int hoursAgo) {
    long at = NOW.toEpochMilli() - hoursAgo * HOUR;
    lists.add(
        new ShownList(
            lists.size(), "v:" + visitor, at, List.of("a", "b"), new float[2 * Feature.WIDTH]));
    acts.add(
        new BehaviourEvent(
            "e-" + acts.size(),
            EventType.PURCHASE,
            null,
            visitor,
            "a",
            null,
            "web",
            null,
            null,
            Instant.ofEpochMilli(at + HOUR)));
  }

  private ShownRows write(RankingSettings settings) throws IOException, JobFailedException {
    var snapshots =
        new RankingSnapshot(
            new Pages(), new Events(), new Persons(), new Links(), () -> flushed++, () -> settings);
    try (SnapshotWriter writer = SnapshotWriter.begin(folder.resolve("s"))) {
      snapshots.write(writer, NOW, job);
      Snapshot snapshot = writer.finish();
      return ShownRows.read(snapshot);
    }
  }

  private void hundredVisitors() {
    for (int i = 0; i < 100; i++) {
      shown("x-" + i, 200 - i);
    }
  }

  @Test
  void everyListIsJoinedToWhatFollowed() throws IOException, JobFailedException {
    hundredVisitors();
    ShownRows rows = write(DAY);
    assertThat(flushed).isOne();
    assertThat(rows.rows()).isEqualTo(200);
    assertThat(rows.positives(rows.divide(0.999).test())).isEqualTo(100);
    assertThat(rows.followed()).startsWith(true, false, true, false);
    assertThat(job.lines())
        .containsExactly(
            "100 lists with 200 products shown to 100 visitors (0 left out: no consent);"
                + " 100 clicks, 100 carts, 100 purchases followed");
  }

  @Test
  void aListWhoseWindowIsOpenIsNotLearntFromYet() throws IOException, JobFailedException {
    hundredVisitors();
    ShownRows rows = write(new RankingSettings(FollowUp.PURCHASE, Duration.ofHours(130)));
    assertThat(rows.rows()).as("shown 130 to 200 hours ago").isEqualTo(2 * 71);
  }

  @Test
  void whoWithdrewIsLeftOut() throws IOException, JobFailedException {
    hundredVisitors();
    decisions.add(
        new ConsentChange(
            Subject.visitor("x-7"), Purpose.PERSONALISATION, false, NOW, "key", Door.SHOP, null));
    assertThat(write(DAY).rows()).isEqualTo(198);
    assertThat(job.lines().getFirst()).contains("(1 left out: no consent)");
  }

  @Test
  void whatTheShopsServerSaysOfACustomerFollowsFromWhatTheVisitorWasShown()
      throws IOException, JobFailedException {
    hundredVisitors();
    links.add(new Identity("x-7", "c-7", NOW, "key", Door.SHOP, null, null, null));
    acts.add(
        new BehaviourEvent(
            "order-7",
            EventType.PURCHASE,
            "c-7",
            null,
            "b",
            null,
            "store",
            null,
            null,
            NOW.minus(Duration.ofHours(191))));
    ShownRows rows = write(DAY);
    assertThat(rows.positives(rows.divide(0.999).test())).isEqualTo(101);
  }

  @Test
  void tooFewPurchasesAreSaidWithHowManyThereAreAndAreNeeded() {
    for (int i = 0; i < 12; i++) {
      shown("x-" + i, 100);
    }
    assertThatThrownBy(() -> write(DAY))
        .isInstanceOf(JobFailedException.class)
        .hasMessageStartingWith(
            "Too few to learn from: 12 of the 24 products in 12 lists were followed by a purchase"
                + " within 24 hours; at least 50 are needed")
        .hasMessageContaining("recommendation.ranking-goal")
        .hasMessageContaining("recommendation.feature-log");
  }

  private final class Pages extends ShownPages {

    @Override
    public List<ShownList> page(long before, long id, int most) {
      return lists.stream()
          .filter(list -> list.at() < before || (list.at() == before && list.id() < id))
          .sorted(Comparator.comparingLong(ShownList::at).thenComparing(ShownList::id).reversed())
          .limit(most)
          .toList();
    }

    @Override
    public long count() {
      return lists.size();
    }
  }

  private final class Events extends BehaviourEvents {

    @Override
    public List<BehaviourEvent> of(
        Collection<String> visitors,
        Collection<String> customers,
        Set<EventType> types,
        Instant from,
        Instant until) {
      return acts.stream()
          .filter(act -> types.contains(act.type()))
          .filter(
              act ->
                  act.visitorId() == null
                      ? customers.contains(act.customerId())
                      : visitors.contains(act.visitorId()))
          .filter(act -> !act.time().isBefore(from) && !act.time().isAfter(until))
          .toList();
    }
  }

  private final class Links extends Identities {

    @Override
    public List<Identity> among(Collection<String> visitors, Collection<String> customers) {
      return links.stream().filter(link -> visitors.contains(link.visitorId())).toList();
    }
  }

  private final class Persons extends Histories {

    @Override
    public PersonRegister register() {
      return PersonRegister.of(List.of(), decisions, true);
    }
  }

  /** A job that keeps its lines. */
  private record Job(List<String> lines) implements JobContext {

    @Override
    public long jobId() {
      return 1;
    }

    @Override
    public Map<String, String> parameters() {
      return Map.of();
    }

    @Override
    public void progress(double fraction, String phase) {}

    @Override
    public void log(String line) {
      lines.add(line);
    }

    @Override
    public boolean cancelled() {
      return false;
    }

    @Override
    public void stopIfCancelled() {}
  }
}
