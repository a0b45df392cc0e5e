package io.shopkeeper.fraud.scoring;

import io.shopkeeper.fraud.boundary.PaymentQuestion;
import io.shopkeeper.platform.boundary.FieldError;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What is wrong with a question beside what the catalog says of its payment. */
final class QuestionCheck {

  private static final int LONGEST_EMAIL = 254;
  private static final int LONGEST_ADDRESS = 500;
  private static final int LONGEST_COUNTRY = 80;

  /** Clocks differ. */
  private static final Duration AHEAD = Duration.ofMinutes(5);

  private QuestionCheck() {}

  static List<FieldError> of(PaymentQuestion question, Instant now) {
    List<FieldError> errors = new ArrayList<>();
    length(errors, "email", question.email(), LONGEST_EMAIL);
    length(errors, "shippingAddress", question.shippingAddress(), LONGEST_ADDRESS);
    length(errors, "shippingCountry", question.shippingCountry(), LONGEST_COUNTRY);
    if (question.email() != null && !question.email().contains("@")) {
      errors.add(new FieldError("/email", "is not an e-mail address"));
    }
    if (question.time() != null && question.time().isAfter(now.plus(AHEAD))) {
      errors.add(
          new FieldError("/time", "lies more than 5 minutes ahead of this server's clock, " + now));
    }
    return errors;
  }

  private static void length(List<FieldError> errors, String field, String value, int longest) {
    if (value != null && value.length() > longest) {
      errors.add(
          new FieldError(
              "/" + field,
              "has %d characters; at most %d are allowed".formatted(value.length(), longest)));
    }
  }
}
