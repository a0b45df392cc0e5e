package io.shopkeeper.catalog.boundary;

import java.time.Instant;

/**
 * What somebody wrote about a product or the shop.
 *
 * @param productId null where it is about the shop
 * @param customerId null where the writer is not known as a customer
 * @param author the name that is shown; may be null
 * @param title may be null
 * @param rating stars from 0 to 5; null where there are none
 * @param language BCP 47, such as {@code zh-CN}; null if unknown
 * @param time null if unknown
 */
public record ReviewData(
    String id,
    String productId,
    String customerId,
    String author,
    String title,
    String text,
    Double rating,
    String language,
    Instant time) {}
