/** How often it was not answered, or not well. */
export const manyWords = ({ unanswered, disliked }: { unanswered: number, disliked: number }): string => [unanswered > 0 && `没答上 ${unanswered} 次`, disliked > 0 && `不满意 ${disliked} 次`].filter(Boolean).join('，')
