package io.shopkeeper.platform.entity;

import io.shopkeeper.platform.boundary.Stage;
import io.shopkeeper.platform.boundary.StageAct;
import io.shopkeeper.platform.boundary.StageChange;
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

/** One change of a model's stage; never changed itself. */
@Entity
@Table(name = "stage_record")
public class StageRecord {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "stage_record")
  @SequenceGenerator(name = "stage_record", sequenceName = "stage_record_seq", allocationSize = 50)
  private Long id;

  private String name;
  private int version;

  @Enumerated(EnumType.STRING)
  @Column(name = "from_stage")
  private Stage from;

  @Enumerated(EnumType.STRING)
  @Column(name = "to_stage")
  private Stage to;

  @Column(name = "at_time")
  private long at;

  @Column(name = "by_whom")
  private String by;

  private String reason;

  @Enumerated(EnumType.STRING)
  private StageAct act;

  protected StageRecord() {}

  public StageRecord(StageChange change) {
    this.name = change.name();
    this.version = change.version();
    this.from = change.from();
    this.to = change.to();
    this.at = change.at().toEpochMilli();
    this.by = change.by();
    this.reason = change.reason();
    this.act = change.act();
  }

  public StageChange view() {
    return new StageChange(name, version, from, to, Instant.ofEpochMilli(at), by, reason, act);
  }
}
