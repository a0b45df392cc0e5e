package io.shopkeeper.integration.container;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopkeeper.integration.server.Await;
import io.shopkeeper.platform.boundary.JobState;
import io.shopkeeper.platform.boundary.JobView;
import io.shopkeeper.platform.boundary.Jobs;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.UserTransaction;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Jobs run on the server's threads, after the commit that queued them, one by one of a kind. */
@Tag("in-container")
@ExtendWith(ArquillianExtension.class)
class JobsIT {

  private static final Duration SOON = Duration.ofSeconds(60);
  private static final Watcher WATCHER = new Watcher();

  @Resource private TransactionSynchronizationRegistry transactions;
  @Resource private ManagedExecutorService executor;

  @Inject private Jobs jobs;
  @Inject private UserTransaction transaction;

  @Deployment
  static EnterpriseArchive application() {
    return Application.with(JobsIT.class, Watcher.class, Watcher.Sight.class);
  }

  @BeforeEach
  void offer() {
    WATCHER.registerOnce(jobs, transactions);
  }

  @Test
  void aJobRunsOnAThreadOfTheServerOutsideAnyTransaction() {
    JobView job = ended(submit("look").id());
    assertThat(job.state()).isEqualTo(JobState.SUCCEEDED);
    Watcher.Sight seen = WATCHER.sight(job.id()).orElseThrow();
    assertThat(seen.managedThread()).as("a managed thread").isTrue();
    assertThat(seen.transactionStatus()).isEqualTo(Status.STATUS_NO_TRANSACTION);
    assertThat(seen.findsBeans()).as("the application's beans are there").isTrue();
  }

  @Test
  void aJobWaitsForTheCommitOfItsSubmission() throws Exception {
    transaction.begin();
    long id = submit("after the commit").id();
    // A job that is queued afterwards, by a transaction that ends first, overtakes it.
    executor.submit(() -> ended(submit("overtakes").id())).get();
    assertThat(WATCHER.sight(id)).as("before the commit").isEmpty();
    transaction.commit();
    assertThat(ended(id).state()).isEqualTo(JobState.SUCCEEDED);
  }

  @Test
  void aJobOfARolledBackTransactionNeverRuns() throws Exception {
    transaction.begin();
    long lost = submit("lost").id();
    transaction.rollback();
    ended(submit("next").id());
    assertThat(jobs.find(lost)).isEmpty();
    assertThat(WATCHER.sight(lost)).isEmpty();
  }

  @Test
  void jobsOfOneKindRunOneAfterTheOther() {
    List<Long> ids = Stream.of("a", "b", "c", "d").map(name -> submit(name).id()).toList();
    ids.forEach(this::ended);
    assertThat(WATCHER.mostAtOnce()).isEqualTo(1);
    assertThat(WATCHER.order()).containsSubsequence(ids);
  }

  private JobView submit(String title) {
    return jobs.submit(Watcher.KIND, title, Map.of(), "test");
  }

  private JobView ended(long id) {
    return Await.value(
        "end of job " + id,
        SOON,
        () -> {
          Optional<JobView> job = jobs.find(id);
          return job.filter(found -> found.state().ended());
        });
  }
}
