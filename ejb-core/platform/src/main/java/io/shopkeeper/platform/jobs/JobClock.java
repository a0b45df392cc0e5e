package io.shopkeeper.platform.jobs;

import io.shopkeeper.platform.boundary.InvalidInputException;
import io.shopkeeper.platform.boundary.Schedules;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.EJBException;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.concurrent.atomic.AtomicBoolean;

/** Looks every few seconds what is due. Runs on every server; locks in the database let one act. */
@Singleton
@Startup
@DependsOn("DatabaseMigrator")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class JobClock {

  private static final System.Logger LOG = System.getLogger(JobClock.class.getName());

  @Inject private Schedules schedules;
  @Inject private JobRunner runner;

  private final AtomicBoolean looking = new AtomicBoolean();

  /** Looks, unless the last look still goes on. */
  @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false, info = "jobs")
  public void look() {
    if (looking.compareAndSet(false, true)) {
      try {
        runner.tick();
        schedules.due().forEach(this::fire);
      } catch (EJBException unreachable) {
        LOG.log(
            System.Logger.Level.WARNING,
            "SHOP-0014 schedules and waiting jobs could not be looked at: {0}",
            unreachable.getMessage());
      } finally {
        looking.set(false);
      }
    }
  }

  private void fire(Long id) {
    try {
      schedules.fire(id);
    } catch (EJBException | InvalidInputException problem) {
      LOG.log(
          System.Logger.Level.WARNING,
          "SHOP-0015 schedule {0} could not start its jobs: {1}",
          id,
          problem.getMessage());
    }
  }
}
