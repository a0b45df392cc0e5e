package io.shopkeeper.catalog.entity;

import io.shopkeeper.catalog.boundary.FaqData;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A question and its answer; replaced whole by each delivery. */
@Entity
@Table(name = "faq")
public class Faq {

  @Id private String id;

  private String topic;

  @Column(name = "question_en")
  private String questionEn;

  @Column(name = "answer_en")
  private String answerEn;

  @Column(name = "question_zh")
  private String questionZh;

  @Column(name = "answer_zh")
  private String answerZh;

  @Column(name = "updated_at")
  private long updatedAt;

  protected Faq() {}

  public Faq(String id) {
    this.id = id;
  }

  public String id() {
    return id;
  }

  /** Takes the data over. */
  public void replace(FaqData data, Instant now) {
    topic = data.topic();
    questionEn = data.questionEn();
    answerEn = data.answerEn();
    questionZh = data.questionZh();
    answerZh = data.answerZh();
    updatedAt = now.toEpochMilli();
  }

  public FaqData data() {
    return new FaqData(id, topic, questionEn, answerEn, questionZh, answerZh);
  }

  /** When it was last delivered. */
  public Instant updatedAt() {
    return Instant.ofEpochMilli(updatedAt);
  }
}
