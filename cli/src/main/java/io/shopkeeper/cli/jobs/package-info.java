/**
 * Jobs and schedules of the running shop from the command line: {@code shopkeeper jobs list},
 * {@code shopkeeper schedules create …}. Speaks REST; uses {@code cli.server}.
 */
package io.shopkeeper.cli.jobs;
