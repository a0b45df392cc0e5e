package io.shopkeeper.platform.entity;

import io.shopkeeper.platform.boundary.CardTexts;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** What people wrote on the card of a model. */
@Entity
@Table(name = "model_card")
public class ModelCardEntry {

  @Id private String name;

  @Column(name = "intended_en")
  private String intendedEn;

  @Column(name = "intended_zh")
  private String intendedZh;

  @Column(name = "limits_en")
  private String limitsEn;

  @Column(name = "limits_zh")
  private String limitsZh;

  @Column(name = "changed_at")
  private long changedAt;

  @Column(name = "changed_by")
  private String changedBy;

  protected ModelCardEntry() {}

  public ModelCardEntry(String name) {
    this.name = name;
  }

  public String name() {
    return name;
  }

  /** When and by whom it was written. */
  public String signature() {
    return Instant.ofEpochMilli(changedAt) + " " + changedBy;
  }

  public void write(CardTexts texts, String by, Instant now) {
    intendedEn = texts.intendedEn();
    intendedZh = texts.intendedZh();
    limitsEn = texts.limitsEn();
    limitsZh = texts.limitsZh();
    changedAt = now.toEpochMilli();
    changedBy = by;
  }

  public CardTexts texts() {
    return new CardTexts(intendedEn, intendedZh, limitsEn, limitsZh);
  }
}
