package io.shopkeeper.integration.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopkeeper.ml.training.TriedOptions;
import io.shopkeeper.platform.boundary.CurvePoint;
import io.shopkeeper.platform.boundary.JobLogLine;
import io.shopkeeper.platform.boundary.JobQuery;
import io.shopkeeper.platform.boundary.JobState;
import io.shopkeeper.platform.boundary.ScheduleOrder;
import io.shopkeeper.platform.boundary.ScheduleStep;
import io.shopkeeper.platform.boundary.TrialView;
import io.shopkeeper.platform.entity.Job;
import io.shopkeeper.platform.entity.JobLine;
import io.shopkeeper.platform.entity.JobPhaseEntry;
import io.shopkeeper.platform.entity.JobPoint;
import io.shopkeeper.platform.entity.JobScheduleEntry;
import io.shopkeeper.platform.entity.JobTrial;
import io.shopkeeper.platform.jobs.JobStore;
import io.shopkeeper.platform.jobs.ScheduleStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Jobs and schedules; the same on every database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class JobStoreSuite {

  private static final Instant NOW = Instant.parse("2026-11-24T10:00:00.123Z");

  private Schema platform;

  abstract DataSource open();

  @BeforeAll
  void migrate() {
    platform = Schema.of(open(), "platform");
  }

  @AfterAll
  void close() {
    platform.close();
  }

  @Test
  void aKindIsKnownOnceHoweverOftenItIsTold() {
    jobs(store -> store.know("store-known"));
    jobs(store -> store.know("store-known"));
    jobs(store -> store.lockKind("store-known"));
  }

  @Test
  void jobsAreFoundByKindAndStateNewestFirst() {
    long first = add("store-list", NOW);
    long second = add("store-list", NOW);
    jobs(store -> store.lock(first).orElseThrow().start(NOW, "n1"));
    assertThat(ids(new JobQuery("store-list", null, null, null, 10)))
        .containsExactly(second, first);
    assertThat(ids(new JobQuery("store-list", JobState.RUNNING, null, null, 10)))
        .containsExactly(first);
    assertThat(ids(new JobQuery("store-list", null, null, second, 10))).containsExactly(first);
    var found1 = ask(store -> store.kindsInState(JobState.QUEUED));
    assertThat(found1).contains("store-list");
    var found2 = ask(JobStore::counts).get(JobState.RUNNING);
    assertThat(found2).isPositive();
  }

  @Test
  void retriesAndFollowersAreLinked() {
    long first = add("store-links", NOW);
    Job retry = new Job("store-links", "again", Map.of(), "mei", NOW).linked(first, null, null);
    Job next = new Job("store-links", "next", Map.of(), "mei", NOW).linked(null, first, 7L);
    jobs(store -> store.add(retry));
    jobs(store -> store.add(next));
    var found3 = ask(store -> store.retriesOf(first).stream().map(Job::id).toList());
    assertThat(found3).containsExactly(retry.id());
    var found4 = ask(store -> store.followersOf(first).stream().map(Job::id).toList());
    assertThat(found4).containsExactly(next.id());
    assertThat(ids(new JobQuery(null, null, 7L, null, 10))).containsExactly(next.id());
  }

  @Test
  void aLogIsReadFromWhereOneStopped() {
    long id = add("store-log", NOW);
    for (int i = 0; i < 5; i++) {
      String line = "line " + i;
      jobs(store -> store.add(new JobLine(id, line, NOW)));
    }
    var found5 = ask(store -> store.tail(id, 2));
    assertThat(found5).extracting(JobLogLine::text).containsExactly("line 3", "line 4");
    long third = ask(store -> store.linesAfter(id, 0, 3)).getLast().id();
    var found6 = ask(store -> store.linesAfter(id, third, 10));
    assertThat(found6).extracting(JobLogLine::text).containsExactly("line 3", "line 4");
  }

  @Test
  void phasesAndCurvesComeBackInTheirOrder() {
    long id = add("store-curves", NOW);
    jobs(store -> store.add(new JobPhaseEntry(id, 1, "reading", NOW)));
    jobs(store -> store.openPhase(id).orElseThrow().end(NOW.plusSeconds(2)));
    jobs(store -> store.add(new JobPhaseEntry(id, 1, "training", NOW.plusSeconds(2))));
    var found7 = ask(store -> store.phases(id));
    assertThat(found7)
        .extracting(phase -> phase.name() + " " + phase.endedAt())
        .containsExactly("reading 2026-11-24T10:00:02.123Z", "training null");
    jobs(store -> store.add(new JobPoint(id, 1, new CurvePoint("loss", 1, 9))));
    jobs(store -> store.add(new JobPoint(id, 2, new CurvePoint("loss", 1, 0.5))));
    jobs(store -> store.add(new JobPoint(id, 2, new CurvePoint("loss", 2, 0.25))));
    var found8 = ask(store -> store.points(id));
    assertThat(found8)
        .as("points of the last attempt")
        .containsExactly(new CurvePoint("loss", 1, 0.5), new CurvePoint("loss", 2, 0.25));
    var tried = new TriedOptions(1, Map.of("penalty", "0.5"), 1, 0.25, 2.5, "");
    var failed = new TriedOptions(2, Map.of("penalty", "9"), 0.3, Double.NaN, 0.1, "x".repeat(900));
    jobs(store -> store.add(new JobTrial(id, 1, failed)));
    jobs(store -> store.add(new JobTrial(id, 2, tried)));
    jobs(store -> store.add(new JobTrial(id, 2, failed)));
    var trials = ask(store -> store.trials(id));
    assertThat(trials)
        .as("trials of the last attempt")
        .containsExactly(
            new TrialView(1, Map.of("penalty", "0.5"), 1, 0.25, 2.5, ""),
            new TrialView(2, Map.of("penalty", "9"), 0.3, null, 0.1, "x".repeat(900)));
  }

  @Test
  void howLongOthersTookIsKnown() {
    long id = add("store-took", NOW);
    jobs(
        store -> {
          Job job = store.lock(id).orElseThrow();
          job.start(NOW, "n1");
          job.end(JobState.SUCCEEDED, null, NOW.plusSeconds(90));
        });
    var found9 = ask(store -> store.lastDurations("store-took", 5));
    assertThat(found9).containsExactly(Duration.ofSeconds(90));
  }

  @Test
  void oldJobsAreForgottenWithAllThatIsTheirs() {
    Instant longAgo = Instant.parse("2001-01-01T00:00:00Z");
    long old = add("store-old", longAgo);
    jobs(store -> store.add(new JobLine(old, "a line", longAgo)));
    jobs(store -> store.add(new JobPhaseEntry(old, 1, "p", longAgo)));
    jobs(store -> store.add(new JobTrial(old, 1, new TriedOptions(1, Map.of(), 1, 0, 0, ""))));
    jobs(store -> store.add(new JobPoint(old, 1, new CurvePoint("c", 1, 1))));
    jobs(store -> store.lock(old).orElseThrow().end(JobState.FAILED, "why", longAgo));
    long fresh = add("store-old", NOW);
    long before = Instant.parse("2002-01-01T00:00:00Z").toEpochMilli();
    var found10 = ask(store -> store.forget(before, 1_000_000));
    assertThat(found10).as("all are kept").isZero();
    var found11 = ask(store -> store.forget(before, 1));
    assertThat(found11).isEqualTo(1);
    var found12 = ask(store -> store.find(old));
    assertThat(found12).isEmpty();
    var found13 = ask(store -> store.find(fresh));
    assertThat(found13).isPresent();
  }

  @Test
  void aScheduleIsDueOnlyWhileItIsThereAndNotPaused() {
    var order =
        new ScheduleOrder(
            "夜间 store",
            List.of(new ScheduleStep("tidy-up", Map.of("a", "1"))),
            "30 3 * * *",
            "Asia/Shanghai");
    var schedule = new JobScheduleEntry(order, "mei", NOW);
    schedule.next(NOW);
    schedules(store -> store.add(schedule));
    long id = schedule.id();
    assertThat(due(NOW.minusSeconds(1))).doesNotContain(id);
    assertThat(due(NOW)).contains(id);
    schedules(store -> store.lock(id).orElseThrow().pause(true, "mei", NOW));
    assertThat(due(NOW)).doesNotContain(id);
    schedules(store -> store.lock(id).orElseThrow().pause(false, "mei", NOW));
    schedules(store -> store.lock(id).orElseThrow().delete("mei", NOW));
    assertThat(due(NOW)).doesNotContain(id);
    var found14 = platform.read(e -> new ScheduleStore(e).all());
    assertThat(found14).isEmpty();
    var found15 = platform.read(e -> new ScheduleStore(e).untouched());
    assertThat(found15).isFalse();
    JobScheduleEntry kept = platform.read(e -> new ScheduleStore(e).find(id).orElseThrow());
    assertThat(kept.steps()).isEqualTo(order.steps());
    assertThat(kept.view(List.of()).name()).isEqualTo("夜间 store");
    assertThat(kept.edition()).isEqualTo(4);
  }

  private long add(String kind, Instant at) {
    Job job = new Job(kind, "title", Map.of("a", "1"), "mei", at);
    jobs(store -> store.add(job));
    return job.id();
  }

  private List<Long> ids(JobQuery query) {
    return ask(store -> store.list(query).stream().map(Job::id).toList());
  }

  private List<Long> due(Instant now) {
    return platform.read(e -> new ScheduleStore(e).due(now));
  }

  private void jobs(Consumer<JobStore> work) {
    platform.write(e -> work.accept(new JobStore(e)));
  }

  private void schedules(Consumer<ScheduleStore> work) {
    platform.write(e -> work.accept(new ScheduleStore(e)));
  }

  private <T> T ask(Function<JobStore, T> question) {
    return platform.read(e -> question.apply(new JobStore(e)));
  }
}
