/** Rates are made from sums, never averaged; null where there is nothing to divide by. */
const figures = `
  count(distinct (source, vacancy_id)) as vacancies,
  sum(clicks) as clicks,
  sum(cost) as cost,
  sum(applications) as applications,
  currency,
  sum(cost) / nullif(sum(clicks), 0) as cost_per_click,
  sum(applications)::numeric / nullif(sum(clicks), 0) as application_rate,
  sum(cost) / nullif(sum(applications), 0) as cost_per_application`;

const vacancy = 'account, source, vacancy_id, reference_number, (array_agg(title order by day desc))[1] as title';

/** The usual questions, answered; amounts of two currencies are never added up. */
export const views: Readonly<Record<string, string>> = {
  figures_per_day: `select account, day, ${figures} from insight_day group by account, day, currency`,
  figures_per_month: `select account, date_trunc('month', day)::date as month, ${figures} from insight_day group by account, date_trunc('month', day), currency`,
  figures_per_campaign: `select account, campaign, date_trunc('month', day)::date as month, ${figures} from insight_day group by account, campaign, date_trunc('month', day), currency`,
  figures_per_vacancy: `select ${vacancy}, min(day) as first_day, max(day) as last_day, ${figures} from insight_day group by account, source, vacancy_id, reference_number, currency`,
  last_30_days: `select ${vacancy}, ${figures} from insight_day where day > (select max(day) from insight_day) - 30 group by account, source, vacancy_id, reference_number, currency`,
};
