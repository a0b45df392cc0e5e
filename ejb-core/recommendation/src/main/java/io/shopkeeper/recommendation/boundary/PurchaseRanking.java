package io.shopkeeper.recommendation.boundary;

import io.shopkeeper.platform.boundary.AlgorithmForm;
import io.shopkeeper.platform.boundary.JobView;
import io.shopkeeper.platform.boundary.Jobs;
import io.shopkeeper.platform.boundary.Trainable;
import io.shopkeeper.platform.boundary.TrainingRequest;
import io.shopkeeper.recommendation.training.ranking.OfferedRankers;
import io.shopkeeper.recommendation.training.ranking.RankingJob;
import jakarta.ejb.Local;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;

/** Training of the model {@value #MODEL}, which ranks what the sources propose. */
@Stateless
@LocalBean
@Local(Trainable.class)
public class PurchaseRanking implements Trainable {

  /** The model's name in the registry. */
  public static final String MODEL = "purchase-ranking";

  @Inject private Jobs jobs;

  @Override
  public List<String> models() {
    return List.of(MODEL);
  }

  /**
   * Starts a training as a job. It reads what was shown with its features, and what followed;
   * learns from the older four fifths, measures on the rest beside the live version, or else the
   * order of the blend, learns from all and registers a version. The quality gate judges by the
   * NDCG of the first ten; the settings that say which versions of {@code recommendation} go live
   * hold here, too. It fails with a sentence where too few purchases followed.
   */
  @Override
  public JobView train(String model, TrainingRequest request, String by) {
    TrainingRequest whole = OfferedRankers.complete(request);
    return jobs.submit(RankingJob.KIND, MODEL + ": " + whole.algorithm(), whole.parameters(), by);
  }

  @Override
  public List<String> algorithms(String model) {
    return OfferedRankers.names();
  }

  @Override
  public List<String> evaluations(String model) {
    return List.of();
  }

  @Override
  public List<AlgorithmForm> forms(String model, Locale locale) {
    return OfferedRankers.forms(locale);
  }
}
