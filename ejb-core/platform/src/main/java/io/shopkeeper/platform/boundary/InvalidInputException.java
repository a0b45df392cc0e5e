package io.shopkeeper.platform.boundary;

import jakarta.ejb.ApplicationException;
import java.util.List;
import java.util.stream.Collectors;

/** What was handed over cannot be accepted; every fault is named. Nothing was stored. */
@ApplicationException(rollback = true)
public class InvalidInputException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<FieldError> errors;

  public InvalidInputException(List<FieldError> errors) {
    super(
        errors.stream()
            .map(error -> error.pointer() + ": " + error.message())
            .collect(Collectors.joining("; ")));
    this.errors = List.copyOf(errors);
  }

  /** One fault. */
  public static InvalidInputException of(String pointer, String message) {
    return new InvalidInputException(List.of(new FieldError(pointer, message)));
  }

  /** All faults found. */
  public List<FieldError> errors() {
    return errors;
  }
}
