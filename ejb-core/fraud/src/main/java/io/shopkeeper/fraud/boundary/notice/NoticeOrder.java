package io.shopkeeper.fraud.boundary.notice;

import io.shopkeeper.fraud.boundary.cases.CasePriority;

/**
 * Who is to be told.
 *
 * @param name for people, 1 to 80 characters
 * @param address an e-mail address, or an https address
 * @param least the least priority of a case
 * @param queue only cases of this queue; empty for all
 */
public record NoticeOrder(
    String name, NoticeKind kind, String address, CasePriority least, String queue) {}
