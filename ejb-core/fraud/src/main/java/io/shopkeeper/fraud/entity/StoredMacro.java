package io.shopkeeper.fraud.entity;

import io.shopkeeper.fraud.boundary.cases.CasePriority;
import io.shopkeeper.fraud.boundary.macro.CaseMacro;
import io.shopkeeper.fraud.boundary.macro.MacroText;
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

/** Acts on cases under one name. */
@Entity
@Table(name = "fraud_macro")
public class StoredMacro {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "fraud_macro")
  @SequenceGenerator(name = "fraud_macro", sequenceName = "fraud_macro_seq", allocationSize = 50)
  private Long id;

  private String name;
  private String note;
  private String assignee;

  @Enumerated(EnumType.STRING)
  private CasePriority priority;

  @Column(name = "list_name")
  private String list;

  @Column(name = "snooze_hours")
  private int snoozeHours;

  private String ending;

  @Column(name = "written_at")
  private long at;

  @Column(name = "written_by")
  private String by;

  protected StoredMacro() {}

  public StoredMacro(MacroText text, Instant at, String by) {
    write(text, at, by);
  }

  /** Says something else. */
  public final void write(MacroText text, Instant when, String who) {
    name = text.name();
    note = text.note();
    assignee = text.assignee();
    priority = text.priority();
    list = text.list();
    snoozeHours = text.snoozeHours();
    ending = text.ending();
    at = when.toEpochMilli();
    by = who;
  }

  public CaseMacro view() {
    return new CaseMacro(
        id,
        new MacroText(name, note, list, snoozeHours, priority, assignee, ending),
        Instant.ofEpochMilli(at),
        by);
  }
}
