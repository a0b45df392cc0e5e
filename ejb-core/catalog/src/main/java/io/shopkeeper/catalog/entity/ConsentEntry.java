package io.shopkeeper.catalog.entity;

import io.shopkeeper.catalog.boundary.person.ConsentChange;
import io.shopkeeper.catalog.boundary.person.Door;
import io.shopkeeper.catalog.boundary.person.Purpose;
import io.shopkeeper.catalog.boundary.person.Subject;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;

/** One decision of somebody about one purpose; never changed. */
@Entity
@Table(name = "consent_change")
public class ConsentEntry {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "consent_change")
  @SequenceGenerator(
      name = "consent_change",
      sequenceName = "consent_change_seq",
      allocationSize = 50)
  private Long id;

  private String subject;

  @Enumerated(EnumType.STRING)
  private Purpose purpose;

  @Convert(converter = YesNo.class)
  private Boolean granted;

  @Column(name = "at_time")
  private long at;

  @Column(name = "by_whom")
  private String by;

  @Enumerated(EnumType.STRING)
  private Door door;

  private String source;

  protected ConsentEntry() {}

  public ConsentEntry(ConsentChange change) {
    this.subject = change.subject().key();
    this.purpose = change.purpose();
    this.granted = change.granted();
    this.at = change.at().toEpochMilli();
    this.by = change.by();
    this.door = change.door();
    this.source = change.source();
  }

  public ConsentChange view() {
    return new ConsentChange(
        Subject.of(subject), purpose, granted, Instant.ofEpochMilli(at), by, door, source);
  }
}
