package io.shopkeeper.fraud.entity;

import com.fasterxml.jackson.core.type.TypeReference;
import io.shopkeeper.fraud.boundary.drift.DriftDay;
import io.shopkeeper.fraud.boundary.drift.DriftLine;
import io.shopkeeper.fraud.boundary.drift.ScoreDrift;
import io.shopkeeper.fraud.decision.FraudJson;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/** What was measured last on a day of how far payments have moved from a version. */
@Entity
@IdClass(StoredDrift.Key.class)
@Table(name = "fraud_drift")
public class StoredDrift {

  /** Of these features the bins are kept; of the others the index alone. */
  private static final int WHOLE = 40;

  @Id
  @Column(name = "model_version")
  private int version;

  @Id
  @Column(name = "day_no")
  private long day;

  @Column(name = "score_index")
  private double scores;

  @Column(name = "worst_index")
  private double worst;

  @Column(name = "worst_feature")
  private String feature;

  private String report;

  protected StoredDrift() {}

  /**
   * Of a day.
   *
   * @param day days since 1970
   */
  public StoredDrift(int version, long day) {
    this.version = version;
    this.day = day;
  }

  /** Takes over what was measured. */
  public void keep(ScoreDrift drift) {
    this.scores = drift.scores().index();
    this.worst = drift.features().isEmpty() ? 0 : drift.features().getFirst().index();
    this.feature = drift.features().isEmpty() ? "" : drift.features().getFirst().name();
    this.report = FraudJson.write(shortened(drift));
  }

  private static ScoreDrift shortened(ScoreDrift drift) {
    List<DriftLine> all = drift.features();
    return new ScoreDrift(
        drift.version(),
        drift.at(),
        drift.from(),
        drift.payments(),
        drift.sampled(),
        drift.scores(),
        IntStream.range(0, all.size())
            .mapToObj(place -> place < WHOLE ? all.get(place) : all.get(place).brief())
            .toList());
  }

  /** All of it. */
  public ScoreDrift view() {
    return FraudJson.read(report, new TypeReference<>() {});
  }

  /** In short. */
  public DriftDay brief() {
    return new DriftDay(LocalDate.ofEpochDay(day), scores, feature, worst);
  }

  /** Version and day. */
  public static final class Key implements Serializable {

    private static final long serialVersionUID = 1L;

    private int version;
    private long day;

    public Key() {}

    public Key(int version, long day) {
      this.version = version;
      this.day = day;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Key key && key.version == version && key.day == day;
    }

    @Override
    public int hashCode() {
      return 31 * version + Long.hashCode(day);
    }
  }
}
