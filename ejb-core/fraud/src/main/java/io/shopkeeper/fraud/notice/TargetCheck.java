package io.shopkeeper.fraud.notice;

import io.shopkeeper.fraud.boundary.notice.NoticeKind;
import io.shopkeeper.fraud.boundary.notice.NoticeOrder;
import io.shopkeeper.platform.boundary.FieldError;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.ArrayList;
import java.util.List;

/** What is wrong with a target. */
public final class TargetCheck {

  private static final int LONGEST_NAME = 80;
  private static final int LONGEST_QUEUE = 64;
  private static final int LONGEST_MAIL = 254;

  private TargetCheck() {}

  /** Every fault; empty if it is fine. */
  public static List<FieldError> faults(NoticeOrder order, boolean loopback, boolean internal) {
    List<FieldError> faults = new ArrayList<>();
    if (order.name() == null || order.name().isBlank() || order.name().length() > LONGEST_NAME) {
      faults.add(new FieldError("/name", "must have 1 to 80 characters"));
    }
    if (order.least() == null) {
      faults.add(new FieldError("/least", "must be a priority of cases"));
    }
    if (order.queue() == null || order.queue().length() > LONGEST_QUEUE) {
      faults.add(new FieldError("/queue", "must be a queue of cases, or empty for all"));
    }
    if (order.kind() == null) {
      faults.add(new FieldError("/kind", "must be e-mail or webhook"));
    } else if (order.kind() == NoticeKind.WEBHOOK) {
      WebhookAddress.fault(
              order.address() == null ? null : order.address().strip(), loopback, internal)
          .map(fault -> new FieldError("/address", fault))
          .ifPresent(faults::add);
    } else if (!mail(order.address())) {
      faults.add(new FieldError("/address", "must be an e-mail address such as risk@example.com"));
    }
    return faults;
  }

  private static boolean mail(String text) {
    if (text == null || text.length() > LONGEST_MAIL || !text.contains("@")) {
      return false;
    }
    try {
      new InternetAddress(text.strip(), true).validate();
      return true;
    } catch (AddressException wrong) {
      return false;
    }
  }
}
