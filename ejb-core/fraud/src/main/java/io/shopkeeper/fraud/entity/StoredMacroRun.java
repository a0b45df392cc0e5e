package io.shopkeeper.fraud.entity;

import io.shopkeeper.fraud.boundary.cases.CasePriority;
import io.shopkeeper.fraud.boundary.macro.MacroRun;
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
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** That a macro was done on a case, with what is needed to take it back. */
@Entity
@Table(name = "fraud_macro_run")
public class StoredMacroRun {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "fraud_macro_run")
  @SequenceGenerator(
      name = "fraud_macro_run",
      sequenceName = "fraud_macro_run_seq",
      allocationSize = 50)
  private Long id;

  @Column(name = "case_id")
  private long caseId;

  private String name;

  @Column(name = "done_at")
  private long at;

  @Column(name = "done_by")
  private String by;

  @Column(name = "assignee_before")
  private String assignee;

  @Enumerated(EnumType.STRING)
  @Column(name = "priority_before")
  private CasePriority priority;

  @Column(name = "list_name")
  private String list = "";

  @Column(name = "list_key")
  private String key = "";

  private String snoozes = "";
  private boolean ended;

  @Column(name = "undone_by")
  private String undoneBy;

  protected StoredMacroRun() {}

  /** Before anything is done: with the case as it is. */
  public StoredMacroRun(StoredCase file, String name, Instant at, String by) {
    this.caseId = file.id();
    this.name = name;
    this.at = at.toEpochMilli();
    this.by = by;
    this.assignee = file.assignee();
    this.priority = file.view().priority();
  }

  /** A value was put onto a list that did not have it. */
  public void listed(String onto, String value) {
    list = onto;
    key = value;
  }

  /** Rules were told to be quiet. */
  public void snoozed(Collection<Long> ids) {
    snoozes = ids.stream().map(String::valueOf).collect(Collectors.joining(" "));
  }

  /** The case was closed or escalated. */
  public void end() {
    ended = true;
  }

  public void undo(String who) {
    undoneBy = who;
  }

  public boolean undone() {
    return undoneBy != null;
  }

  public boolean ended() {
    return ended;
  }

  public String assigneeBefore() {
    return assignee;
  }

  public CasePriority priorityBefore() {
    return priority;
  }

  /** Empty where nothing was put onto one. */
  public String list() {
    return list;
  }

  public String key() {
    return key;
  }

  /** Ids of the snoozes. */
  public List<Long> snoozes() {
    return snoozes.isEmpty()
        ? List.of()
        : Arrays.stream(snoozes.split(" ")).map(Long::valueOf).toList();
  }

  public MacroRun view() {
    return new MacroRun(id, caseId, name, Instant.ofEpochMilli(at), by);
  }
}
