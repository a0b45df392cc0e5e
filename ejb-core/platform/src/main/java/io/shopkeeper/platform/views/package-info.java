/** What each person has set for each list. Uses {@code entity}. */
package io.shopkeeper.platform.views;
