package io.shopkeeper.fraud.entity;

import com.fasterxml.jackson.core.type.TypeReference;
import io.shopkeeper.fraud.boundary.BacktestOrder;
import io.shopkeeper.fraud.boundary.BacktestReport;
import io.shopkeeper.fraud.boundary.BacktestView;
import io.shopkeeper.fraud.boundary.Outcome;
import io.shopkeeper.fraud.boundary.threshold.ScoreThresholds;
import io.shopkeeper.fraud.decision.FraudJson;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** What somebody wanted to know of the past, and the answer once it is there. */
@Entity
@Table(name = "fraud_backtest")
public class StoredBacktest {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "fraud_backtest")
  @SequenceGenerator(
      name = "fraud_backtest",
      sequenceName = "fraud_backtest_seq",
      allocationSize = 50)
  private Long id;

  @Column(name = "job_id")
  private Long jobId;

  @Column(name = "rule_id")
  private String rule;

  private Integer version;

  private String conditions;

  private Integer threshold;

  @Enumerated(EnumType.STRING)
  private Outcome outcome;

  @Column(name = "from_at")
  private long from;

  @Column(name = "to_at")
  private long to;

  @Column(name = "made_at")
  private long at;

  @Column(name = "made_by")
  private String by;

  @Column(name = "challenge_from")
  private Integer challengeFrom;

  @Column(name = "review_from")
  private Integer reviewFrom;

  @Column(name = "block_from")
  private Integer blockFrom;

  private boolean curve;

  private String report;

  protected StoredBacktest() {}

  /** Of an order with all days filled in. */
  public StoredBacktest(BacktestOrder order, String by, Instant at) {
    this.rule = order.rule();
    this.version = order.version();
    this.conditions = order.condition() == null ? "" : order.condition();
    this.threshold = order.threshold();
    this.outcome = order.thresholds() == null ? order.outcome() : Outcome.REVIEW;
    if (order.thresholds() != null) {
      this.challengeFrom = (int) order.thresholds().challenge();
      this.reviewFrom = (int) order.thresholds().review();
      this.blockFrom = (int) order.thresholds().block();
    }
    this.from = start(order.from());
    this.to = start(order.to().plusDays(1));
    this.by = by;
    this.at = at.toEpochMilli();
  }

  private static long start(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
  }

  public Long id() {
    return id;
  }

  /** The job that works it out. */
  public void workedOutBy(long job) {
    jobId = job;
  }

  /** Keeps the answer. */
  public void answer(BacktestReport found) {
    report = FraudJson.write(found);
    curve = found.curve() != null;
  }

  /** Whether the payments are known by their scores. */
  public boolean hasCurve() {
    return curve;
  }

  public BacktestView view() {
    return new BacktestView(
        id,
        jobId,
        new BacktestOrder(
            rule,
            version,
            conditions.isEmpty() ? null : conditions,
            threshold,
            blockFrom == null ? null : new ScoreThresholds(challengeFrom, reviewFrom, blockFrom),
            blockFrom == null ? outcome : null,
            day(from),
            day(to).minusDays(1)),
        Instant.ofEpochMilli(at),
        by,
        report == null ? null : FraudJson.read(report, new TypeReference<>() {}));
  }

  private static LocalDate day(long time) {
    return Instant.ofEpochMilli(time).atOffset(ZoneOffset.UTC).toLocalDate();
  }
}
