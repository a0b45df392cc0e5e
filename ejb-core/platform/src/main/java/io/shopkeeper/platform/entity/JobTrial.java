package io.shopkeeper.platform.entity;

import io.shopkeeper.ml.training.TriedOptions;
import io.shopkeeper.platform.boundary.TrialView;
import io.shopkeeper.platform.json.JsonText;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;

/** Options that a running job has tried. */
@Entity
@Table(name = "job_trial")
public class JobTrial {

  private static final int LONGEST_PROBLEM = 900;

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "job_trial")
  @SequenceGenerator(name = "job_trial", sequenceName = "job_trial_seq", allocationSize = 50)
  private Long id;

  @Column(name = "job_id")
  private long jobId;

  private int attempt;

  @Column(name = "trial_no")
  private int number;

  private String options;

  @Column(name = "resource_share")
  private double share;

  private Double score;
  private double seconds;
  private String problem;

  protected JobTrial() {}

  public JobTrial(long jobId, int attempt, TriedOptions trial) {
    this.jobId = jobId;
    this.attempt = attempt;
    this.number = trial.number();
    this.options = JsonText.write(trial.options());
    this.share = trial.share();
    this.score = Double.isFinite(trial.score()) ? trial.score() : null;
    this.seconds = trial.seconds();
    String why = trial.problem();
    this.problem = why.length() <= LONGEST_PROBLEM ? why : why.substring(0, LONGEST_PROBLEM);
  }

  /** In which attempt of its job. */
  public int attempt() {
    return attempt;
  }

  public TrialView view() {
    return new TrialView(number, JsonText.readTexts(options), share, score, seconds, problem);
  }
}
