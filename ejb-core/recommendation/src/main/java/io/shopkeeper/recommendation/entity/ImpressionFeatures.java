package io.shopkeeper.recommendation.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** What ranking knew of the products of an impression when they were shown. */
@Entity
@Table(name = "impression_features")
public class ImpressionFeatures {

  @Id
  @Column(name = "impression_id")
  private Long impression;

  @Column(name = "feature_set")
  private int featureSet;

  private byte[] vectors;

  protected ImpressionFeatures() {}

  /** A row for each product, packed; not a copy. */
  public byte[] vectors() {
    return vectors;
  }
}
