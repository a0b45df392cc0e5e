package io.shopkeeper.platform.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;

/** A piece of a file of a model version, half a mebibyte at most. */
@Entity
@Table(name = "model_piece")
public class ModelPiece {

  /** Bytes in every piece but the last. */
  public static final int SIZE = 512 * 1024;

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "model_piece")
  @SequenceGenerator(name = "model_piece", sequenceName = "model_piece_seq", allocationSize = 50)
  private Long id;

  @Column(name = "model_version_id")
  private long modelVersionId;

  @Column(name = "file_name")
  private String fileName;

  private int piece;

  private byte[] content;

  protected ModelPiece() {}

  public ModelPiece(long modelVersionId, String fileName, int piece, byte[] content) {
    this.modelVersionId = modelVersionId;
    this.fileName = fileName;
    this.piece = piece;
    this.content = content;
  }

  /** Of which file it is a piece. */
  public String fileName() {
    return fileName;
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
