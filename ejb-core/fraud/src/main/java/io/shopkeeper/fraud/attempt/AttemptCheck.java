package io.shopkeeper.fraud.attempt;

import io.shopkeeper.fraud.boundary.attempt.LoginQuestion;
import io.shopkeeper.fraud.boundary.attempt.SignupQuestion;
import io.shopkeeper.fraud.features.IpNetwork;
import io.shopkeeper.platform.boundary.FieldError;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What is wrong with a question. */
final class AttemptCheck {

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9._:-]{1,128}");
  private static final int LONGEST_EMAIL = 254;
  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_ADDRESS = 500;
  private static final int LONGEST_DEVICE = 128;
  private static final int LONGEST_COUNTRY = 80;
  private static final double DAY_SECONDS = 86_400;

  /** Clocks differ. */
  private static final Duration AHEAD = Duration.ofMinutes(5);

  private final List<FieldError> errors = new ArrayList<>();

  private AttemptCheck() {}

  static List<FieldError> of(LoginQuestion question, Instant now) {
    var check = new AttemptCheck();
    check.common(question.id(), question.customerId(), question.email(), question.time(), now);
    check.origin(question.device(), question.ip(), question.country());
    if (question.customerId() == null && question.email() == null) {
      check.add(
          "customerId", "is missing: give customerId, or email where no such account is known");
    }
    if ((question.latitude() == null) != (question.longitude() == null)) {
      check.add("latitude", "needs longitude beside it, and the other way round");
    }
    check.within("latitude", question.latitude(), -90, 90);
    check.within("longitude", question.longitude(), -180, 180);
    return check.errors;
  }

  static List<FieldError> of(SignupQuestion question, Instant now) {
    var check = new AttemptCheck();
    check.common(question.id(), question.customerId(), question.email(), question.time(), now);
    check.origin(question.device(), question.ip(), question.country());
    if (question.email() == null) {
      check.add("email", "is missing");
    }
    check.length("name", question.name(), LONGEST_NAME);
    check.length("address", question.address(), LONGEST_ADDRESS);
    check.within("formSeconds", question.formSeconds(), 0, DAY_SECONDS);
    return check.errors;
  }

  private void common(String id, String customer, String email, Instant time, Instant now) {
    if (id == null || !ID.matcher(id).matches()) {
      add("id", "must be 1 to 128 letters, digits and . _ : -");
    }
    if (customer != null && !ID.matcher(customer).matches()) {
      add("customerId", "must be 1 to 128 letters, digits and . _ : -");
    }
    length("email", email, LONGEST_EMAIL);
    if (email != null && email.isBlank()) {
      add("email", "is blank");
    }
    if (time != null && time.isAfter(now.plus(AHEAD))) {
      add("time", "lies more than 5 minutes ahead of this server's clock, " + now);
    }
    if (time != null && time.isBefore(now.minus(AttemptFeatures.LONGEST.length()))) {
      add("time", "lies more than 30 days back");
    }
  }

  private void origin(String device, String ip, String country) {
    length("device", device, LONGEST_DEVICE);
    length("country", country, LONGEST_COUNTRY);
    if (ip != null && (ip.contains("/") || IpNetwork.parse(ip.strip()).isEmpty())) {
      add("ip", "is not an IP address, such as 203.0.113.7 or 2001:db8::1");
    }
  }

  private void within(String field, Double value, double least, double most) {
    if (value != null && !(value >= least && value <= most)) {
      add(field, "must be from %.0f to %.0f".formatted(least, most));
    }
  }

  private void length(String field, String value, int longest) {
    if (value != null && value.length() > longest) {
      add(field, "has %d characters; at most %d are allowed".formatted(value.length(), longest));
    }
  }

  private void add(String field, String message) {
    errors.add(new FieldError("/" + field, message));
  }
}
