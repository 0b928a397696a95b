/** Ids of what commands lead the focus to. */
export const reviewCommentFieldId = 'review-comment';
