package io.shopkeeper.prediction.boundary;

/**
 * That a data set was made of the shop.
 *
 * @param table what was asked for
 * @param jobId the job that made it
 */
public record ShopOrigin(ShopTable table, long jobId) {}
