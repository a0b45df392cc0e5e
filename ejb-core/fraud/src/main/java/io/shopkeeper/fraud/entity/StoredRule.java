package io.shopkeeper.fraud.entity;

import com.fasterxml.jackson.core.type.TypeReference;
import io.shopkeeper.fraud.boundary.Outcome;
import io.shopkeeper.fraud.boundary.RuleState;
import io.shopkeeper.fraud.boundary.RuleText;
import io.shopkeeper.fraud.boundary.RuleView;
import io.shopkeeper.fraud.decision.FraudJson;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * A version of a rule: written as a draft, asked to be looked at, published by somebody who did not
 * write at it, and retired when another version is published or it is switched off. What it says
 * never changes once it was published, but for what it says of a customer who was removed.
 */
@Entity
@IdClass(StoredRule.Key.class)
@Table(name = "fraud_rule")
public class StoredRule {

  private static final TypeReference<List<String>> NAMES = new TypeReference<>() {};

  @Id private String id;

  @Id private int version;

  @Column(name = "name_en")
  private String nameEn;

  @Column(name = "name_zh")
  private String nameZh;

  @Enumerated(EnumType.STRING)
  private Outcome outcome;

  private String conditions;

  @Enumerated(EnumType.STRING)
  private RuleState state;

  private boolean shadow;

  private int revision;

  private String authors;

  @Column(name = "created_at")
  private long createdAt;

  @Column(name = "created_by")
  private String createdBy;

  @Column(name = "changed_at")
  private long changedAt;

  @Column(name = "published_at")
  private Long publishedAt;

  @Column(name = "published_by")
  private String publishedBy;

  protected StoredRule() {}

  /** A draft. */
  public StoredRule(String id, int version, RuleText text, String by, Instant at) {
    this.id = id;
    this.version = version;
    this.createdAt = at.toEpochMilli();
    this.createdBy = by;
    this.authors = "[]";
    write(text, by, at);
  }

  /** One that comes with the product and judges at once: nobody wrote at it. */
  public static StoredRule ofProduct(String id, int version, RuleText text, String by, Instant at) {
    var rule = new StoredRule(id, version, text, by, at);
    rule.authors = "[]";
    rule.publish(by, at);
    return rule;
  }

  /** Says something else; whoever was asked to look at it has to be asked again. */
  public final void write(RuleText text, String by, Instant at) {
    nameEn = text.nameEn();
    nameZh = text.nameZh();
    outcome = text.outcome();
    shadow = text.shadow();
    conditions = text.condition();
    state = RuleState.DRAFT;
    revision++;
    changedAt = at.toEpochMilli();
    authors =
        FraudJson.write(
            Stream.concat(FraudJson.read(authors, NAMES).stream(), Stream.of(by))
                .distinct()
                .toList());
  }

  /** Takes out of the condition, in whatever state, who a customer was that was removed. */
  public void erase(String condition) {
    conditions = condition;
  }

  /** Asks for somebody else to look at it. */
  public void ask() {
    state = RuleState.ASKED;
  }

  /** Nobody is asked to look at it any more. */
  public void unask() {
    state = RuleState.DRAFT;
  }

  /** Lets it judge. */
  public void publish(String by, Instant at) {
    state = RuleState.PUBLISHED;
    publishedBy = by;
    publishedAt = at.toEpochMilli();
  }

  /** Lets it judge no more. */
  public void retire() {
    state = RuleState.RETIRED;
  }

  public RuleState state() {
    return state;
  }

  public RuleView view() {
    return new RuleView(
        id,
        version,
        state,
        new RuleText(nameEn, nameZh, outcome, shadow, conditions),
        revision,
        FraudJson.read(authors, NAMES),
        Instant.ofEpochMilli(changedAt),
        publishedAt == null ? null : Instant.ofEpochMilli(publishedAt),
        publishedBy);
  }

  /** Id and version. */
  public static final class Key implements Serializable {

    private static final long serialVersionUID = 1L;

    private String id;
    private int version;

    public Key() {}

    public Key(String id, int version) {
      this.id = id;
      this.version = version;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Key key && key.version == version && key.id.equals(id);
    }

    @Override
    public int hashCode() {
      return 31 * id.hashCode() + version;
    }
  }
}
