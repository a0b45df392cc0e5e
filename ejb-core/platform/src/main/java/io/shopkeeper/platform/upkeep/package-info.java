/**
 * What a shop throws away by itself: old jobs with their logs, schedules that were deleted long
 * ago, files of model versions that nobody will go back to. It runs as a job of the kind {@code
 * tidy-up}.
 */
package io.shopkeeper.platform.upkeep;
