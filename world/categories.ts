export const categories = [
  { id: 'beauty', name: 'Beauty & Care' },
  { id: 'desk', name: 'Work & Study' },
  { id: 'electronics', name: 'Phones & Gadgets' },
  { id: 'fashion', name: 'Fashion' },
  { id: 'food', name: 'Food & Snacks' },
  { id: 'home', name: 'Home & Living' },
  { id: 'kids', name: 'Baby & Kids' },
  { id: 'kitchen', name: 'Kitchen & Dining' },
  { id: 'outdoors', name: 'Sports & Outdoors' },
  { id: 'pets', name: 'Pets' },
] as const;

export type CategoryId = (typeof categories)[number]['id'];
