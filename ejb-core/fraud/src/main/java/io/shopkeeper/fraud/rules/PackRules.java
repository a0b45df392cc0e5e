package io.shopkeeper.fraud.rules;

import io.shopkeeper.fraud.boundary.Outcome;
import io.shopkeeper.fraud.boundary.RuleText;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** The rules of the packs that come with the product, by pack and id. */
public final class PackRules {

  /** Somebody pays with the account of another. */
  public static final String TAKEOVER = "account-takeover";

  /** One person as many new customers, or who sends back what was used. */
  public static final String ABUSE = "coupon-return-abuse";

  private static final Map<String, Map<String, RuleText>> ALL = new TreeMap<>();

  static {
    add(
        TAKEOVER,
        "takeover-much-elsewhere",
        Outcome.REVIEW,
        "new_country >= 1 and new_device >= 1 and amount_to_usual >= 3",
        "A known customer from a new country and device, for much more than usual",
        "老顾客在新的国家使用新设备，且金额远高于平时");
    add(
        TAKEOVER,
        "takeover-odd-hour",
        Outcome.CHALLENGE,
        "new_device >= 1 and new_card >= 1 and hours_from_usual >= 6",
        "A known customer with a new device and card, at an unusual hour",
        "老顾客在反常时段使用新设备和新卡");
    add(
        TAKEOVER,
        "takeover-sent-abroad",
        Outcome.REVIEW,
        "new_device >= 1 and other_country >= 1 and customer.count.90d >= 3",
        "A known customer with a new device has it sent to another country",
        "老顾客使用新设备，并寄往其他国家");
    add(
        TAKEOVER,
        "takeover-many-accounts",
        Outcome.REVIEW,
        "device.customers.1h >= 3 and new_device >= 1",
        "A device that pays for several customers within an hour, new to this one",
        "同一设备一小时内为多位顾客付款，且对此顾客是新设备");
    add(
        TAKEOVER,
        "takeover-declined",
        Outcome.BLOCK,
        "new_device >= 1 and customer.count.90d >= 1 and customer.declined.1d >= 3",
        "A known customer with a new device, declined several times in a day",
        "老顾客使用新设备，一天内多次被拒绝");
    add(
        ABUSE,
        "abuse-first-orders-device",
        Outcome.CHALLENGE,
        "customer.count.90d = 0 and device.customers.30d >= 4",
        "The first order of a customer from a device of several others",
        "首单顾客所用设备已被多位顾客使用");
    add(
        ABUSE,
        "abuse-first-orders-address",
        Outcome.REVIEW,
        "customer.count.90d = 0 and address.customers.30d >= 5",
        "The first order of a customer to an address of several others",
        "首单顾客的收货地址已被多位顾客使用");
    add(
        ABUSE,
        "abuse-first-orders-card",
        Outcome.REVIEW,
        "customer.count.90d = 0 and card.customers.30d >= 3",
        "The first order of a customer with the card of others",
        "首单顾客所用的卡已被其他顾客使用");
    add(
        ABUSE,
        "abuse-refund-share",
        Outcome.REVIEW,
        "customer.refunded.90d >= 3 and customer.count.90d <= 6",
        "A customer who was refunded at least half of the payments",
        "至少一半付款已退款的顾客");
    add(
        ABUSE,
        "abuse-refunds-address",
        Outcome.REVIEW,
        "address.refunded.90d >= 5",
        "Many refunds of what went to one address",
        "寄往同一地址的多次退款");
  }

  private PackRules() {}

  private static void add(
      String pack, String id, Outcome outcome, String condition, String en, String zh) {
    ALL.computeIfAbsent(pack, name -> new LinkedHashMap<>())
        .put(id, new RuleText(en, zh, outcome, true, condition));
  }

  /** All; each rule is on trial. */
  public static Map<String, Map<String, RuleText>> all() {
    return Collections.unmodifiableMap(ALL);
  }
}
