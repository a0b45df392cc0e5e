/**
 * What people are told of. Notes are written where things happen: {@code JobNotes} when a job ends,
 * {@code ModelNotes} when a version waits. Uses {@code boundary} and {@code entity}.
 */
package io.shopkeeper.platform.notification;
