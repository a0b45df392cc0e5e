package io.shopkeeper.recommendation.boundary;

import io.shopkeeper.platform.boundary.AuditTrail;
import io.shopkeeper.platform.boundary.ConflictException;
import io.shopkeeper.platform.boundary.InvalidInputException;
import io.shopkeeper.platform.boundary.JobQuery;
import io.shopkeeper.platform.boundary.JobView;
import io.shopkeeper.platform.boundary.Jobs;
import io.shopkeeper.platform.boundary.NotFoundException;
import io.shopkeeper.recommendation.boundary.estimate.EstimatedAct;
import io.shopkeeper.recommendation.boundary.estimate.RecipeEstimate;
import io.shopkeeper.recommendation.estimate.EstimateJob;
import io.shopkeeper.recommendation.estimate.EstimateOrder;
import io.shopkeeper.recommendation.estimate.EstimatePages;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a version of a recipe would have brought before anybody gets it, told from lists that were
 * partly dealt by chance (see {@code explore} of a recipe).
 */
@Stateless
public class Estimates {

  /** How many days are looked at where nobody says. */
  public static final int USUAL_DAYS = 14;

  private static final int MOST_DAYS = 90;
  private static final int LOOKED_AT = 50;

  @Inject private Placements placements;
  @Inject private Jobs jobs;
  @Inject private EstimatePages pages;
  @Inject private AuditTrail audit;

  /**
   * The newest of a version; empty where nobody asked yet.
   *
   * @throws NotFoundException if there is no such placement or version
   */
  public Optional<RecipeEstimate> newest(String placement, int version, EstimatedAct act) {
    placements.version(placement, version);
    return pages.newest(placement, version, act);
  }

  /** The job that works one out just now; empty where none does. */
  public Optional<JobView> running(String placement, int version) {
    return jobs.list(new JobQuery(EstimateJob.KIND, null, null, null, LOOKED_AT)).stream()
        .filter(job -> !job.state().ended())
        .filter(job -> placement.equals(job.parameters().get("placement")))
        .filter(job -> Integer.toString(version).equals(job.parameters().get("version")))
        .findFirst();
  }

  /**
   * Works one out, as a job.
   *
   * @param days whose lists are looked at, 1 to 90; null for 14
   * @throws NotFoundException if there is no such placement or version
   * @throws InvalidInputException at {@code /days}
   * @throws ConflictException while one of that version is being worked out
   */
  public JobView start(String placement, int version, EstimatedAct act, Integer days, String by) {
    placements.version(placement, version);
    int wanted = days == null ? USUAL_DAYS : days;
    if (wanted < 1 || wanted > MOST_DAYS) {
      throw InvalidInputException.of("/days", "must be 1 to 90, but is " + wanted);
    }
    running(placement, version)
        .ifPresent(
            job -> {
              throw new ConflictException(
                  "Job %d is working that out; wait for it or cancel it.".formatted(job.id()));
            });
    var order = new EstimateOrder(placement, version, act, wanted, by);
    Map<String, String> parameters = new LinkedHashMap<>(order.parameters());
    parameters.put("by", by);
    audit.record(by, "placement.estimate", placement, "v" + version);
    return jobs.submit(EstimateJob.KIND, placement + " v" + version, parameters, by);
  }
}
