export type { ShopItem, SosSide } from './shopItem';
