package io.shopkeeper.platform.entity;

import io.shopkeeper.platform.boundary.SettingChange;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;

/** One change of a setting; never changed itself. */
@Entity
@Table(name = "setting_change")
public class SettingEntry {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "setting_change")
  @SequenceGenerator(
      name = "setting_change",
      sequenceName = "setting_change_seq",
      allocationSize = 50)
  private Long id;

  private String name;

  @Column(name = "at_time")
  private long at;

  @Column(name = "by_whom")
  private String by;

  @Column(name = "before_value")
  private String before;

  @Column(name = "after_value")
  private String after;

  protected SettingEntry() {}

  public SettingEntry(SettingChange change) {
    this.name = change.name();
    this.at = change.at().toEpochMilli();
    this.by = change.by();
    this.before = change.before();
    this.after = change.after();
  }

  public SettingChange view() {
    return new SettingChange(name, Instant.ofEpochMilli(at), by, before, after);
  }
}
