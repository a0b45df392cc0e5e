package io.shopkeeper.prediction.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;

/** A piece of a data set's compressed file. */
@Entity
@Table(name = "data_set_piece")
public class DataSetPiece {

  /** Bytes in every piece but the last. */
  public static final int SIZE = 512 * 1024;

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "data_set_piece")
  @SequenceGenerator(
      name = "data_set_piece",
      sequenceName = "data_set_piece_seq",
      allocationSize = 50)
  private Long id;

  @Column(name = "data_set_id")
  private long dataSetId;

  private int piece;

  private byte[] content;

  protected DataSetPiece() {}

  public DataSetPiece(long dataSetId, int piece, byte[] content) {
    this.dataSetId = dataSetId;
    this.piece = piece;
    this.content = content;
  }

  /** Of which data set. */
  public long dataSetId() {
    return dataSetId;
  }

  /** Its place in the file, from 0. */
  public int piece() {
    return piece;
  }

  /** The bytes themselves, not a copy. */
  public byte[] content() {
    return content;
  }
}
