package io.shopkeeper.platform.boundary;

/**
 * A file of a model version.
 *
 * @param name such as {@value #MODEL} or {@code evaluation.csv}
 * @param sha256 of its bytes, in hexadecimal
 */
public record ModelFile(String name, long sizeBytes, String sha256) {

  /** The model itself. */
  public static final String MODEL = "model.bin";
}
